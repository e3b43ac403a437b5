import { spawn, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const BIN = fileURLToPath(new URL('../../bin/duologue.js', import.meta.url))

export interface CliResult {
  code: number | null
  stdout: string
  stderr: string
  /** The last line of stdout, where it is JSON. */
  json: Record<string, unknown>
}

export interface StartedCli {
  child: ChildProcess
  ended: Promise<CliResult>
}

/** Starts the real command line in an environment with nothing in it: no PATH to find an ffmpeg or a Redis on, no home. */
export function startCli(args: string[], env: Record<string, string> = {}, cwd?: string): StartedCli {
  const child = spawn(process.execPath, [BIN, ...args], {
    env: { PATH: '', HOME: '', ...env },
    cwd,
    stdio: ['ignore', 'pipe', 'pipe']
  })
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', chunk => (stdout += chunk))
  child.stderr.on('data', chunk => (stderr += chunk))
  const ended = new Promise<CliResult>(resolve =>
    child.once('close', code => resolve({ code, stdout, stderr, json: lastJson(stdout) }))
  )
  return { child, ended }
}

export const runCli = (args: string[], env: Record<string, string> = {}, cwd?: string): Promise<CliResult> =>
  startCli(args, env, cwd).ended

export function lastJson(stdout: string): Record<string, unknown> {
  try {
    return JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '') as Record<string, unknown>
  } catch {
    return {}
  }
}
