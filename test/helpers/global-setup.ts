import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder of this run of the tests, for what all files may share. */
    runFolder: string
  }
}

/** Gives the run a folder of its own, and removes it at the end. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'duologue-tests-'))
  project.provide('runFolder', folder)
  return () => rm(folder, { recursive: true, force: true, maxRetries: 5 })
}
