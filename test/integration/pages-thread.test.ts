import { afterEach, describe, expect, test } from 'vitest'
import { createGuardedThread } from '../../src/adapters/guarded-thread/create-guarded-thread.ts'
import type { GuardedThread } from '../../src/adapters/guarded-thread/create-guarded-thread.ts'
import { StageError } from '../../src/domain/stage-error.ts'

const READY = `import { parentPort } from 'node:worker_threads'; parentPort.postMessage({ ready: true }); `
const open: GuardedThread<string, string>[] = []

function threadOf(code: string, timeoutMs = 60_000): GuardedThread<string, string> {
  const thread = createGuardedThread<string, string>({
    file: new URL(`data:text/javascript,${encodeURIComponent(code)}`),
    stage: 'fetch',
    subject: 'text',
    timeoutMs,
    memoryMb: 64,
    idleMs: 10_000
  })
  open.push(thread)
  return thread
}

afterEach(async () => {
  for (const thread of open.splice(0)) await thread.release()
})

const ANSWERS = `${READY}parentPort.on('message', text => {
  if (text === 'throw') throw new Error('it broke')
  if (text === 'exit') process.exit(7)
  if (text === 'loop') for (;;) {}
  if (text === 'grow') { const all = []; for (;;) all.push({ a: all.length }) }
  parentPort.postMessage(text === 'silly' ? {} : text === 'wrong' ? { wrong: 'no such text' } : { answer: text + '!' })
})`

describe('a guarded thread', () => {
  test.each([
    ['throw', 'reading the text failed: it broke'],
    ['exit', 'reading the text failed: the thread ended with code 7'],
    ['loop', 'reading the text took longer than 2 s and was stopped'],
    ['grow', 'reading the text takes more memory than the 64 MB that it may'],
    ['wrong', 'no such text'],
    ['silly', 'the thread gave no answer to the text']
  ])('says what went wrong (%s), and answers the next question', async (question, fault) => {
    const thread = threadOf(ANSWERS, question === 'loop' ? 2_000 : undefined)
    const asked = thread.ask(question).catch((error: unknown) => error)
    const next = thread.ask('hello')
    const error = await asked
    expect(error).toBeInstanceOf(StageError)
    expect(error).toMatchObject({ stage: 'fetch', retryable: false, message: fault })
    expect(await next).toBe('hello!')
  })

  test.each([
    ['throws at once', `throw new Error('no wire')`, /did not start: ThreadError: no wire/],
    ['ends at once', `process.exit(3)`, /did not start: ThreadError: the thread ended with code 3/]
  ])('that %s says that it did not start', async (_what, code, fault) => {
    await expect(threadOf(code).ask('hello')).rejects.toThrow(fault)
  })

  test('may be released before it was asked anything, and twice', async () => {
    const thread = threadOf(ANSWERS)
    await thread.release()
    await thread.release()
    expect(await thread.ask('hello')).toBe('hello!')
  })
})

describe('a thread that is started ahead', () => {
  const NAMED = `import { threadId, parentPort } from 'node:worker_threads'; parentPort.postMessage({ ready: true });
    parentPort.on('message', () => parentPort.postMessage({ answer: String(threadId) }))`

  test('answers what is asked next, and is started once however often it is wanted', async () => {
    const thread = threadOf(NAMED)
    thread.warm()
    thread.warm()
    const first = await thread.ask('who?')
    thread.warm()
    expect(await thread.ask('who?')).toBe(first)
  })

  test('and cannot be says so to whoever asks', async () => {
    const thread = threadOf('throw new Error("no such room")')
    thread.warm()
    await expect(thread.ask('who?')).rejects.toThrow(/did not start.*no such room/)
  })
})
