import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Task, TaskResult } from './tasks.ts'

const CHILD = fileURLToPath(new URL('./child.ts', import.meta.url))
const TSX = fileURLToPath(import.meta.resolve('tsx'))
const TAIL = 2000

/** Runs a task in a process of its own, so that neither memory nor threads of one are left to the next. */
export async function runTask<K extends keyof TaskResult>(
  task: Extract<Task, { kind: K }>
): Promise<TaskResult[K]> {
  const message = JSON.stringify({ ...task, startedMs: Date.now() })
  const child = spawn(process.execPath, ['--import', TSX, CHILD], { stdio: ['pipe', 'pipe', 'pipe'] })
  let out = ''
  let errors = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors = (errors + text).slice(-TAIL)))
  child.stdin.end(message)
  const code = await new Promise<number | string>((done, fail) => {
    child.on('error', fail)
    child.on('close', (status, signal) => done(status ?? signal ?? 'no status'))
  })
  const answer = out.trim().split('\n').at(-1) ?? ''
  if (code !== 0 || !answer.startsWith('{')) throw new Error(lastWords(errors) ?? `it ended with ${code}`)
  const result = JSON.parse(answer) as TaskResult[K] | { failed: string }
  if ('failed' in result) throw new Error(result.failed)
  return result
}

/** What a native library complained of before it ended the process. */
export function lastWords(errors: string): string | null {
  const lines = errors.split('\n').map(line => line.trim())
  return (
    lines
      .filter(line => line !== '' && !line.startsWith('Node.js v'))
      .at(-1)
      ?.slice(0, 200) ?? null
  )
}
