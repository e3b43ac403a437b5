import { spawn, type ChildProcess } from 'node:child_process'

export interface ToolOptions {
  /** Its home, and where it works. */
  home: string
  env?: Record<string, string>
}

/** Starts a program of the system with a home of its own; `stop` ends it and what it has started. */
export function startTool(command: string, args: string[], { home, env = {} }: ToolOptions) {
  const child: ChildProcess = spawn(command, args, {
    cwd: home,
    env: { PATH: process.env['PATH'] ?? '', HOME: home, TERM: 'xterm', LANG: 'C.UTF-8', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true
  })
  let output = ''
  child.stdout?.on('data', chunk => (output += chunk))
  child.stderr?.on('data', chunk => (output += chunk))
  const ended = new Promise<number | null>((resolve, reject) =>
    child.once('error', reject).once('close', resolve)
  )
  const stop = async (): Promise<void> => {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL')
    await ended
  }
  return { ended, stop, said: () => output }
}

/** What the program said; throws with it where it ends with another status than 0. */
export async function runTool(command: string, args: string[], options: ToolOptions): Promise<string> {
  const { ended, said } = startTool(command, args, options)
  const code = await ended
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}: ${said()}`)
  return said()
}
