import { spawnSync } from 'node:child_process'

/** Set where every program that a test needs must be there, as in CI: a missing one fails there and skips elsewhere. */
const REQUIRED = process.env['DUOLOGUE_TEST_TOOLS'] === 'required'

/** Where a program of the system is; null where PATH has none. */
export function toolPath(name: string): string | null {
  const { status, stdout } = spawnSync('sh', ['-c', 'command -v "$1"', 'sh', name], { encoding: 'utf8' })
  return status === 0 ? stdout.trim() : null
}

export interface Gate {
  skip: boolean
  /** Says what is missing, where the tests are skipped. */
  title: string
}

/** For test.skipIf() and describe.skipIf(): what needs programs that may be missing. */
export function gateOn(title: string, tools: string[]): Gate {
  const missing = tools.filter(name => toolPath(name) === null)
  return gate(title, missing.length === 0 ? null : `not on PATH: ${missing.join(', ')}`)
}

/** `missing`: why it cannot be tested here; null where it can. */
export function gate(title: string, missing: string | null): Gate {
  if (missing === null) return { skip: false, title }
  if (REQUIRED) throw new Error(`${title} has to be tested here, but: ${missing}`)
  return { skip: true, title: `${title} (skipped: ${missing})` }
}
