import { createMemoryLibrary } from '../../src/adapters/memory-library/create-memory-library.ts'
import type { Ports } from '../../src/compose.ts'
import type { EpisodeRequest } from '../../src/domain/episode.ts'
import { hashOf } from '../../src/domain/hash.ts'
import type { Library } from '../../src/domain/library.ts'
import type { Rundown } from '../../src/domain/rundown.ts'
import type { Script } from '../../src/domain/script.ts'
import type { Pace } from '../../src/domain/voice.ts'
import { castHosts } from '../../src/stages/render/cast-hosts.ts'
import { deskHere } from '../../src/stages/render/desk-here.ts'
import { estimateSeconds } from '../../src/stages/render/estimate-seconds.ts'
import { planSentences } from '../../src/stages/render/plan-take.ts'
import type { SpeechModel } from '../../src/stages/render/ports.ts'
import { createBuiltinWriter } from '../../src/stages/write/builtin/create-builtin-writer.ts'
import type { Assignment } from '../../src/stages/write/ports.ts'
import { spareTurns } from '../../src/stages/write/spare-turns.ts'
import { writeScript } from '../../src/stages/write/write-script.ts'
import { soundAt, speaking } from './speech-doubles.ts'

/** What the cards of the voices say. */
export const CARD: Pace = { wordsPerMinute: 160, syllablesPerSecond: 4.5 }

/** A voice that takes so many times as long as its card says. */
export function speakingAt(slowness: number): { speech: SpeechModel; said: string[] } {
  const said: string[] = []
  const render = ({ text }: { text: string }) => {
    said.push(text)
    return soundAt(8000, [slowness * estimateSeconds([{ spoken: text }], CARD), 0.3])
  }
  return { speech: speaking(render, { name: `voice-${slowness}`, voices: ['slt', 'rms'] }), said }
}

/** The script of the built-in writer, with turns to spare, as the write stage leaves it. */
export async function writtenScript(told: Assignment): Promise<Script> {
  const secondsToSay = (_host: string, text: string): number => estimateSeconds(planSentences(text), CARD)
  const assignment = { ...told, secondsToSay, soundSeconds: 0.95 }
  const draft = await writeScript(assignment, createBuiltinWriter())
  return { inputHash: 'x', ...draft, spare: spareTurns(assignment, draft), written: hashOf(draft.turns) }
}

/** A library with an episode that is written and not rendered. */
export async function writtenLibrary(
  request: EpisodeRequest,
  rundown: Rundown,
  script: Script
): Promise<Library> {
  const library = createMemoryLibrary()
  const ref = { show: request.show.id, episode: request.episode }
  await library.writeJson(ref, 'request.json', request)
  await library.writeJson(ref, 'rundown.json', rundown)
  await library.writeJson(ref, 'script.json', script)
  return library
}

/** What the render stage asks for; whatever else is asked for is an error. */
export function renderPorts(library: Library, speech: SpeechModel): Ports {
  const ports: Partial<Ports> = {
    library,
    speech: async () => speech,
    desk: deskHere,
    cast: show => castHosts(show, speech).cast,
    lexicon: () => ({})
  }
  const ask = (known: Partial<Ports>, name: string | symbol): unknown => {
    if (!(name in known)) throw new Error(`nobody should ask for ${String(name)} here`)
    return Reflect.get(known, name)
  }
  return new Proxy(ports, { get: ask }) as Ports
}
