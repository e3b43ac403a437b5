import { hashOf } from '../domain/hash.ts'
import { rundownSchema } from '../domain/rundown.ts'
import { scriptSchema } from '../domain/script.ts'
import type { Show } from '../domain/show.ts'
import { countWords } from '../domain/text.ts'
import { StageError } from '../domain/stage-error.ts'
import type { Ports } from '../compose.ts'
import type { Voice } from '../domain/voice.ts'
import { soundSeconds } from '../stages/mix/plan-mix.ts'
import { estimateSeconds } from '../stages/render/estimate-seconds.ts'
import { planSentences } from '../stages/render/plan-take.ts'
import { writeScript } from '../stages/write/write-script.ts'
import { needed } from './needed.ts'
import type { StageWork } from './stage-processor.ts'

/** The write stage: rundown to script. A script edited by hand stays, as long as the rundown is the same. */
export const writeStage: StageWork = async ({ ports, ref, request, signal }) => {
  const { library } = ports
  const rundown = await needed(library, ref, 'rundown.json', rundownSchema, 'write')
  const wordsPerMinute = paceOf(request.show, ports.voices)
  const secondsToSay = sayer(request.show, ports)
  const inputHash = hashOf({ rundown, writer: request.writer, hosts: request.show.hosts, wordsPerMinute })
  const known = await library.readJson(ref, 'script.json', scriptSchema)
  if (known?.inputHash === inputHash) return { skipped: true, facts: {} }

  const writer = ports.writer(request.writer)
  const script = await writeScript(
    {
      show: request.show,
      rundown,
      wordsPerMinute,
      secondsToSay,
      soundSeconds: soundSeconds(request.show.music)
    },
    writer,
    { signal }
  )
  await library.writeJson(ref, 'script.json', { inputHash, ...script })
  const words = script.turns.reduce((sum, turn) => sum + countWords(turn.text), 0)
  const told = new Set(script.segments.map(segment => segment.story))
  const storiesInReserve = rundown.stories.filter(story => !told.has(story.id)).map(story => story.title)
  return {
    skipped: false,
    facts: { writer: writer.name, turns: script.turns.length, words, storiesInReserve }
  }
}

function paceOf(show: Show, voices: readonly Voice[]): Record<string, number> {
  const pace = (id: string) => voices.find(voice => voice.id === id)?.wordsPerMinute ?? 160
  return Object.fromEntries(show.hosts.map(host => [host.name, pace(host.voice)]))
}

/** How long each host takes, by the letters of what is really said. */
function sayer(show: Show, { voices, lexicon }: Ports): (host: string, text: string) => number {
  const voiceOf = new Map(show.hosts.map(host => [host.name, voices.find(voice => voice.id === host.voice)]))
  return (host, text) => {
    const voice = voiceOf.get(host)
    if (voice === undefined)
      throw new StageError('write', `${host} has no voice that exists`, { retryable: false })
    return estimateSeconds(planSentences(text, lexicon), voice)
  }
}
