import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'
import { nextMessage } from '../../src/adapters/guarded-thread/next-message.ts'

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

const ANSWERS_LATE = `
  const { parentPort } = require('node:worker_threads')
  setTimeout(() => parentPort.postMessage('late'), 6000)
`

test('a thread is stopped at its limit, also where the garbage collector runs while it works', async () => {
  const collecting = setInterval(collectGarbage, 20)
  try {
    const thread = new Worker(ANSWERS_LATE, { eval: true })
    await expect(nextMessage(thread, 300)).rejects.toMatchObject({ name: 'ThreadError', fault: 'late' })
  } finally {
    clearInterval(collecting)
  }
})
