import { hasSpareTurns, keepsMinutes } from '../domain/format-needs.ts'
import { hashOf } from '../domain/hash.ts'
import type { EpisodeRef } from '../domain/episode.ts'
import type { Library } from '../domain/library.ts'
import { rundownSchema } from '../domain/rundown.ts'
import { scriptSchema, type Script, type Turn } from '../domain/script.ts'
import type { Show } from '../domain/show.ts'
import { StageError } from '../domain/stage-error.ts'
import { takesSchema, type Take } from '../domain/take.ts'
import type { Ports } from '../compose.ts'
import { takeJobs } from '../jobs/jobs-after.ts'
import { takeJobSchema } from '../jobs/payloads.ts'
import type { JobResult, Processor } from '../jobs/queue/job-queue.ts'
import { planTakes, type TakePlan } from '../stages/render/plan-take.ts'
import type { SpeechModel } from '../stages/render/ports.ts'
import { renderTake } from '../stages/render/render-take.ts'
import { isAsWritten, reportLength } from '../stages/render/report-length.ts'
import { toTake } from '../stages/render/to-take.ts'
import { correctedScript, episodeSeconds, type Rendered } from './correct-script.ts'
import { needed } from './needed.ts'
import { renderFacts } from './render-facts.ts'
import { loadRequest, type StageContext, type StageWork } from './stage-processor.ts'

/** One turn: its take, unless the library has it. */
export const takeProcessor =
  (ports: Ports): Processor =>
  async (job, signal) => {
    const { show, episode, turn } = takeJobSchema.parse(job.data)
    const ref = { show, episode }
    const script = await needed(ports.library, ref, 'script.json', scriptSchema, 'render')
    const result = await renderTurn(
      ports,
      ref,
      script.turns.filter(({ id }) => id === turn),
      signal
    )
    if (result !== null) return result
    throw new StageError('render', `script.json has no turn ${turn} any more; ask for the render again`, {
      retryable: false
    })
  }

/** The take of a turn, unless the library has it; null where there is none to render. */
export async function renderTurn(
  ports: Ports,
  ref: EpisodeRef,
  turns: Turn[],
  signal: AbortSignal
): Promise<JobResult | null> {
  const request = await loadRequest(ports, ref, 'render')
  const speech = await ports.speech(request.speech)
  const [plan] = await planAll({ turns }, request.show, ports, speech)
  if (plan === undefined) return null
  const known = await ports.library.findTake(plan.sha256)
  if (known !== null) return { reused: true, renderMs: 0, durationMs: known.durationMs }
  const before = performance.now()
  const { wav, info, calls } = await renderTake(plan, speech, { signal, desk: ports.desk })
  const renderMs = Math.round(performance.now() - before)
  await ports.library.saveTake(plan.sha256, wav, info)
  return { reused: false, renderMs, endedAt: Date.now(), durationMs: info.durationMs, calls }
}

/**
 * The render stage: every turn's take, then the list of them. Where these make an episode that is too long or too
 * short, the script is corrected once, noted in script.json, and what it has come to need is rendered.
 */
export const renderStage: StageWork = async context => {
  const { ports, ref, request, payload, job } = context
  const { library } = ports
  const script = await needed(library, ref, 'script.json', scriptSchema, 'render')
  const speech = await ports.speech(request.speech)
  const askedSeconds = request.show.minutes * 60
  const plans = await planAll(script, request.show, ports, speech)
  const inputHash = hashOf(plans.map(({ turn, host, sha256 }) => ({ turn, host, sha256 })))
  const known = await library.readJson(ref, 'takes.json', takesSchema)
  const music = request.show.music ? await ports.stings() : null
  const lengthFor = (takes: Take[]) =>
    keepsMinutes(request.show)
      ? {
          length: reportLength(script, {
            askedSeconds,
            gotSeconds: episodeSeconds({ script, plans, takes, music })
          })
        }
      : {}
  const untouched = known?.inputHash === inputHash && job.earlierStarts === 0
  if (untouched && (await haveAll(ports, plans))) return { skipped: true, facts: lengthFor(known.takes) }

  const outcomes = await job.fanOut(takeJobs(script, payload), { mustPass: true })
  const takes = await takesOf(plans, library)
  const rendered = { script, plans, takes, music }
  const corrected = await correct(context, rendered, speech)
  if (corrected !== null) {
    await library.writeJson(ref, 'script.json', corrected)
    return renderStage(context)
  }
  await library.writeJson(ref, 'takes.json', { inputHash, speech: speech.name, takes })
  const results = outcomes.map(outcome => (outcome.status === 'completed' ? outcome.result : {}))
  const facts = { speech: speech.name, ...renderFacts(results, takes), ...lengthFor(takes) }
  return { skipped: false, facts }
}

/** The take of each plan, in their order. Throws a StageError where one is gone. */
async function takesOf(plans: readonly TakePlan[], library: Library): Promise<Take[]> {
  const takes: Take[] = []
  for (const plan of plans) {
    const info = await library.findTake(plan.sha256)
    if (info === null)
      throw new StageError('render', `The take of turn ${plan.turn} is gone from the library`, {
        retryable: true
      })
    takes.push(toTake(plan, info))
  }
  return takes
}

/** The script with its length corrected; null where it stays: edited by hand, corrected before, or as near as can be. */
async function correct(
  { ports, ref, request: { show } }: StageContext,
  rendered: Rendered,
  speech: SpeechModel
): Promise<Script | null> {
  const { script } = rendered
  if (!hasSpareTurns(show) || script.corrected !== undefined || !isAsWritten(script)) return null
  const spare = await planAll({ turns: script.spare ?? [] }, show, ports, speech)
  const rundown = await ports.library.readJson(ref, 'rundown.json', rundownSchema)
  return correctedScript(rendered, { spare, rundown, askedSeconds: show.minutes * 60 })
}

const planAll = (
  script: Pick<Script, 'turns'>,
  show: Show,
  ports: Ports,
  speech: SpeechModel
): Promise<TakePlan[]> =>
  planTakes(script, ports.cast(show, speech), {
    speechName: speech.name,
    lexicon: ports.lexicon(show, speech),
    phonemes: speech.abilities.phonemes
  })

const haveAll = async (ports: Ports, plans: TakePlan[]) =>
  (await Promise.all(plans.map(plan => ports.library.findTake(plan.sha256)))).every(info => info !== null)
