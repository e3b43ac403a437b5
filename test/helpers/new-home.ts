import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

/** A library folder of its own, removed when the test file has ended. */
export async function newHome(): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), 'duologue-e2e-'))
  homes.push(home)
  return home
}

const homes: string[] = []

afterAll(async () => {
  for (const home of homes.splice(0)) await rm(home, { recursive: true, force: true, maxRetries: 5 })
})
