import { STAGES, type StageName } from '../domain/stages.ts'
import type { JobQueue } from '../jobs/queue/job-queue.ts'

export interface FailureCount {
  /** Jobs of each stage that failed for good since the count began. */
  failures: Record<StageName, number>
  stop(): void
}

export function countFailures(queue: Pick<JobQueue, 'onEvent'>): FailureCount {
  const failures = Object.fromEntries(STAGES.map(stage => [stage, 0])) as Record<StageName, number>
  const stop = queue.onEvent(({ type, stage }) => {
    if (type === 'failed') failures[stage] += 1
  })
  return { failures, stop }
}
