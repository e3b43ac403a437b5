import { z } from 'zod'
import { turnSchema, type Turn } from '../domain/script.ts'
import type { Ports } from '../compose.ts'
import { earlyTakeJobs } from '../jobs/jobs-after.ts'
import { takeJobSchema } from '../jobs/payloads.ts'
import type { Processor } from '../jobs/queue/job-queue.ts'
import type { SpeechModel } from '../stages/render/ports.ts'
import { renderTurn } from './render-worker.ts'
import type { StageContext } from './stage-processor.ts'

const FILE = 'script.part.json'
const partSchema = z.object({ turns: z.array(turnSchema) })

/** Models that speak here: what turns out not to be needed has cost nothing but time. */
const IS_HERE: ReadonlySet<SpeechModel['family']> = new Set(['flite', 'kokoro', 'piper', 'tone'])

/**
 * Has turns rendered as soon as they are settled, while the rest of the script is written. A take that is ready when
 * the render stage comes is found by its content; one that failed, or was changed since, is rendered then.
 */
export function createEarlyTakes(
  { ports, ref, request, payload, queue }: StageContext,
  speech: SpeechModel
): { settle(turns: readonly Turn[]): void; done(): Promise<void> } {
  const isWanted = request.scriptOnly !== true && IS_HERE.has(speech.family)
  const asked = new Set<string>()
  let last: Promise<void> = Promise.resolve()
  const ask = async (turns: readonly Turn[]): Promise<void> => {
    const fresh = turns.filter(({ id }) => !asked.has(id)).map(({ id }) => id)
    await ports.library.writeJson(ref, FILE, { turns })
    for (const job of earlyTakeJobs(fresh, payload)) await queue.add(job)
    fresh.forEach(id => asked.add(id))
  }
  return {
    settle(turns) {
      if (!isWanted) return
      // What comes early is a help: where it cannot be had, the render stage does the work and tells the fault.
      last = last.then(() => ask([...turns])).catch(() => undefined)
    },
    done: () => last
  }
}

/** One settled turn of a script that is still written. */
export const earlyTakeProcessor =
  (ports: Ports): Processor =>
  async (job, signal) => {
    const { show, episode, turn } = takeJobSchema.parse(job.data)
    const ref = { show, episode }
    const part = await ports.library.readJson(ref, FILE, partSchema)
    const turns = part?.turns.filter(({ id }) => id === turn) ?? []
    return (await renderTurn(ports, ref, turns, signal)) ?? { reused: false, gone: true }
  }
