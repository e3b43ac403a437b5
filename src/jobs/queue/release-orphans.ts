import { STAGES } from '../../domain/stages.ts'
import type { Bull } from './bull.ts'

/** Puts back the jobs that a killed process had in hand, at once: whoever opens a single-process store knows that nobody works on them. */
export async function releaseOrphans(bull: Bull): Promise<void> {
  for (const stage of STAGES) {
    for (const job of await bull.queues[stage].getActive()) await job.moveToWait('0')
  }
}
