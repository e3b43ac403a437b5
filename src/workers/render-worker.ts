import { hashOf } from '../domain/hash.ts'
import { scriptSchema, type Script } from '../domain/script.ts'
import type { Show } from '../domain/show.ts'
import { StageError } from '../domain/stage-error.ts'
import { takesSchema, type Take } from '../domain/take.ts'
import type { Ports } from '../compose.ts'
import { takeJobs } from '../jobs/jobs-after.ts'
import { takeJobSchema } from '../jobs/payloads.ts'
import type { Processor } from '../jobs/queue/job-queue.ts'
import { planTakes, type TakePlan } from '../stages/render/plan-take.ts'
import type { SpeechModel } from '../stages/render/ports.ts'
import { renderTake } from '../stages/render/render-take.ts'
import { sumCounts } from '../stages/render/sum-counts.ts'
import { toTake } from '../stages/render/to-take.ts'
import { needed } from './needed.ts'
import { loadRequest, type StageWork } from './stage-processor.ts'

/** One turn: its take, unless the library has it. */
export const takeProcessor =
  (ports: Ports): Processor =>
  async (job, signal) => {
    const { show, episode, turn } = takeJobSchema.parse(job.data)
    const ref = { show, episode }
    const request = await loadRequest(ports, ref, 'render')
    const script = await needed(ports.library, ref, 'script.json', scriptSchema, 'render')
    const speech = await ports.speech(request.speech)
    const turns = script.turns.filter(({ id }) => id === turn)
    const [plan] = await planAll({ turns }, request.show, ports, speech)
    if (plan === undefined)
      throw new StageError('render', `script.json has no turn ${turn} any more; ask for the render again`, {
        retryable: false
      })
    const known = await ports.library.findTake(plan.sha256)
    if (known !== null) return { reused: true, renderMs: 0, durationMs: known.durationMs }

    const before = performance.now()
    const { wav, info, calls } = await renderTake(plan, speech, { signal, desk: ports.desk })
    const renderMs = Math.round(performance.now() - before)
    await ports.library.saveTake(plan.sha256, wav, info)
    return { reused: false, renderMs, endedAt: Date.now(), durationMs: info.durationMs, calls }
  }

/** The render stage: every turn's take, then the list of them. */
export const renderStage: StageWork = async ({ ports, ref, request, payload, job }) => {
  const { library } = ports
  const script = await needed(library, ref, 'script.json', scriptSchema, 'render')
  const speech = await ports.speech(request.speech)
  const plans = await planAll(script, request.show, ports, speech)
  const inputHash = hashOf(plans.map(({ turn, host, sha256 }) => ({ turn, host, sha256 })))
  const known = await library.readJson(ref, 'takes.json', takesSchema)
  const untouched = known?.inputHash === inputHash && job.earlierStarts === 0
  if (untouched && (await haveAll(ports, plans))) return { skipped: true, facts: {} }

  const outcomes = await job.fanOut(takeJobs(script, payload), { mustPass: true })
  const takes: Take[] = []
  for (const plan of plans) {
    const info = await library.findTake(plan.sha256)
    if (info === null)
      throw new StageError('render', `The take of turn ${plan.turn} is gone from the library`, {
        retryable: true
      })
    takes.push(toTake(plan, info))
  }
  await library.writeJson(ref, 'takes.json', { inputHash, speech: speech.name, takes })
  const results = outcomes.map(outcome => (outcome.status === 'completed' ? outcome.result : {}))
  return { skipped: false, facts: { speech: speech.name, ...renderFacts(results, takes) } }
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

function wallSeconds(made: readonly Record<string, unknown>[]): number {
  const ends = made.map(({ endedAt }) => Number(endedAt))
  const begins = made.map(({ endedAt, renderMs }) => Number(endedAt) - Number(renderMs))
  return (Math.max(...ends) - Math.min(...begins)) / 1000
}

/** For the report: what the jobs of the takes did, and what is in the takes. */
export function renderFacts(
  results: readonly Record<string, unknown>[],
  takes: readonly Pick<Take, 'dropped'>[]
) {
  const made = results.filter(result => result.reused === false)
  const sum = (key: string) => made.reduce((total, result) => total + Number(result[key] ?? 0), 0)
  const speechSeconds = sum('durationMs') / 1000
  const dropped = sumCounts(takes.map(take => take.dropped))
  return {
    takes: results.length,
    takesMade: made.length,
    takesReused: results.length - made.length,
    /** Of the speech model. */
    calls: sum('calls'),
    speechSeconds,
    /** Seconds from the first take's begin to the last one's end, per second of speech: all workers together. */
    realTimeFactor: speechSeconds === 0 ? null : wallSeconds(made) / speechSeconds,
    /** Symbols that the model had no sound for, in all the takes. */
    ...(dropped ? { dropped } : {})
  }
}
