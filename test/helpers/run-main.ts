import { vi } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { lastJson, type CliResult } from './run-cli.ts'

let isRunning = false

/**
 * Runs a command line in this process, with the environment that runCli gives: for what a command says, makes and keeps.
 * Signals, kills and two commands at once are for runCli; here it is one at a time, as streams and environment are the process's.
 */
export async function runMain(args: string[], env: Record<string, string> = {}): Promise<CliResult> {
  if (isRunning) throw new Error('runMain runs one command line at a time: use runCli for two at once')
  isRunning = true
  const { env: before } = process
  const [stdout, stderr] = [capture(process.stdout), capture(process.stderr)]
  process.env = { PATH: '', HOME: '', ...env }
  try {
    const code = await main([process.execPath, 'duologue', ...args])
    return { code, stdout: stdout.text(), stderr: stderr.text(), json: lastJson(stdout.text()) }
  } finally {
    process.env = before
    stdout.restore()
    stderr.restore()
    isRunning = false
  }
}

function capture(stream: NodeJS.WriteStream): { text(): string; restore(): void } {
  let text = ''
  const spy = vi.spyOn(stream, 'write').mockImplementation(chunk => {
    text += String(chunk)
    return true
  })
  return { text: () => text, restore: () => spy.mockRestore() }
}
