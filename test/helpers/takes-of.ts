import type { JobRequest } from '../../src/jobs/queue/job-queue.ts'

/** Children for the job of that id. */
export const takesOf = (id: string, count: number): JobRequest[] =>
  Array.from({ length: count }, (_, index) => ({
    stage: 'render',
    name: 'take',
    id: `${id}-take-${index}`,
    data: { index }
  }))
