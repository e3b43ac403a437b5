import { expect, test } from 'vitest'
import { createMemoryLibrary } from '../../src/adapters/memory-library/create-memory-library.ts'
import type { JobQueue, RunningJob } from '../../src/jobs/queue/job-queue.ts'
import { orderProcessor } from '../../src/workers/order-processor.ts'
import { caught } from '../helpers/caught.ts'

const job = { id: 'o', name: 'order', data: { show: 'morning' } } as unknown as RunningJob

test.each(['{"show":', '{}', 'null'])(
  'a standing order that holds %j is told with what would mend it, and is not tried again',
  async text => {
    const library = createMemoryLibrary()
    await library.writeShowFile('morning', 'show.json', text)
    const process = orderProcessor({ library }, {} as JobQueue)
    const error = await caught(process(job, new AbortController().signal))
    expect(error).toMatchObject({ retryable: false, message: expect.stringContaining('duologue serve') })
    expect(error).toMatchObject({ message: expect.stringContaining('morning/show.json') })
  }
)
