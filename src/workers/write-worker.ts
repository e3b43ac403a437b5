import type { EpisodeRequest } from '../domain/episode.ts'
import { hasSpareTurns } from '../domain/format-needs.ts'
import { hashOf } from '../domain/hash.ts'
import { rundownSchema, type Rundown } from '../domain/rundown.ts'
import { scriptSchema } from '../domain/script.ts'
import type { Show } from '../domain/show.ts'
import { countWords } from '../domain/text.ts'
import { StageError } from '../domain/stage-error.ts'
import type { Ports } from '../compose.ts'
import type { Pace } from '../domain/voice.ts'
import { soundSeconds } from '../stages/mix/plan-mix.ts'
import { estimateSeconds } from '../stages/render/estimate-seconds.ts'
import { planSentences, type SpokenOptions } from '../stages/render/plan-take.ts'
import { checkScript } from '../stages/write/check/check-script.ts'
import type { EarlierEpisode } from '../stages/write/memory/earlier-episode.ts'
import { NothingToSayError } from '../stages/write/nothing-to-say-error.ts'
import type { Assignment, ScriptDraft, Writing } from '../stages/write/ports.ts'
import { spareTurns } from '../stages/write/spare-turns.ts'
import { writeScript } from '../stages/write/write-script.ts'
import { createEarlyTakes } from './early-takes.ts'
import { loadEarlier } from './earlier-episodes.ts'
import { fitScript } from './fit-script.ts'
import { needed } from './needed.ts'
import type { StageWork } from './stage-processor.ts'

/** The write stage: rundown to script. A script edited by hand stays, as long as the rundown is the same. */
export const writeStage: StageWork = async context => {
  const { ports, ref, request, signal } = context
  const { library } = ports
  const rundown = await needed(library, ref, 'rundown.json', rundownSchema, 'write')
  const paces = await hostPaces(request, ports)
  const wordsPerMinute = Object.fromEntries(paces.map(({ host, pace }) => [host, pace.wordsPerMinute]))
  const speech = await ports.speech(request.speech)
  const { phonemes } = speech.abilities
  const secondsToSay = sayer(paces, { lexicon: ports.lexicon(request.show, speech), phonemes })
  const inputHash = hashOf({ rundown, writer: request.writer, hosts: request.show.hosts, wordsPerMinute })
  const known = await library.readJson(ref, 'script.json', scriptSchema)
  if (known?.inputHash === inputHash) return { skipped: true, facts: {} }

  const writer = await ports.writer(request.writer)
  const earlier = await loadEarlier(library, ref)
  const assignment: Assignment = {
    show: request.show,
    rundown,
    wordsPerMinute,
    secondsToSay,
    soundSeconds: soundSeconds(request.show.music),
    earlier
  }
  const early = createEarlyTakes(context, speech)
  const writing = await orNothing(
    writeScript(assignment, writer, { signal, onSettled: early.settle }),
    rundown
  )
  await early.done()
  if ('nothing' in writing)
    return { skipped: false, outcome: 'nothing-new', facts: { nothing: writing.nothing } }
  const { account, ...draft } = writing
  const script = hasSpareTurns(request.show)
    ? fitScript(draft, spareTurns(assignment, draft, toldContext(earlier)), assignment)
    : draft
  const written = hashOf(script.turns)
  await library.writeJson(ref, 'script.json', { inputHash, ...script, written })
  const words = script.turns.reduce((sum, turn) => sum + countWords(turn.text), 0)
  const told = new Set(script.segments.map(segment => segment.story))
  const storiesInReserve = rundown.stories.filter(story => !told.has(story.id)).map(story => story.title)
  return {
    skipped: false,
    facts: {
      writer: script.writer,
      turns: script.turns.length,
      words,
      storiesInReserve,
      doubts: doubtsOf(script, rundown, request.show, earlier),
      ...(account === undefined ? {} : { account })
    }
  }
}

/** Where all else was told before, what is left and cannot be said is no failure: there is nothing new to tell. */
async function orNothing(
  writing: Promise<Writing>,
  { funnel }: Rundown
): Promise<Writing | { nothing: string }> {
  try {
    return await writing
  } catch (error) {
    if (error instanceof NothingToSayError && funnel.itemsTold > 0) return { nothing: error.message }
    throw error
  }
}

/** Turns that the check could not find in their sources: for a person to look at. A text and what is invented have none. */
function doubtsOf(script: ScriptDraft, rundown: Rundown, show: Show, earlier: readonly EarlierEpisode[]) {
  if (!hasSpareTurns(show)) return []
  const context = { rundown, show, date: rundown.date, prompts: [], ...toldContext(earlier) }
  return [...checkScript(script, context)].flatMap(([turn, faults]) =>
    faults.map(({ kind, message }) => ({ turn, kind, message }))
  )
}

const toldContext = (earlier: readonly EarlierEpisode[]) => ({
  earlierEpisodes: earlier.map(({ lines }) => lines.join('\n')),
  earlierTold: earlier
})

interface HostPace {
  host: string
  pace: Pace
}

/** How fast each host speaks, with the voice that it has. */
async function hostPaces({ show, speech: name }: EpisodeRequest, ports: Ports): Promise<HostPace[]> {
  const speech = await ports.speech(name)
  const cast = [...ports.cast(show, speech)]
  return Promise.all(cast.map(async ([host, voice]) => ({ host, pace: await ports.pace(speech, voice) })))
}

/** How long each host takes, by the letters of what is really said. */
function sayer(paces: HostPace[], spoken: SpokenOptions): (host: string, text: string) => number {
  const paceOf = new Map(paces.map(({ host, pace }) => [host, pace]))
  return (host, text) => {
    const pace = paceOf.get(host)
    if (pace === undefined)
      throw new StageError('write', `${host} has no voice that exists`, { retryable: false })
    return estimateSeconds(planSentences(text, spoken), pace)
  }
}
