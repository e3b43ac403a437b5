import { describe } from 'vitest'
import { testCancel } from './job-queue-cancel.ts'
import { testChildren } from './job-queue-children.ts'
import { testEvents } from './job-queue-events.ts'
import { testFailures } from './job-queue-failures.ts'
import { testJobs } from './job-queue-jobs.ts'
import { testSchedules } from './job-queue-schedules.ts'
import { testShutdown } from './job-queue-shutdown.ts'
import { prepareKit, type QueueHome } from './queue-kit.ts'

/** What the queue must do on every store. */
export function testJobQueue(name: string, make: () => Promise<QueueHome>, { skip = false } = {}): void {
  describe.skipIf(skip)(name, () => {
    const kit = prepareKit(make)
    testJobs(kit)
    testFailures(kit)
    testChildren(kit)
    testEvents(kit)
    testCancel(kit)
    testShutdown(kit)
    testSchedules(kit)
  })
}
