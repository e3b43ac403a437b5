import { existsSync } from 'node:fs'
import { cp, mkdtemp, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { inject } from 'vitest'
import { createJobQueue } from '../../src/jobs/queue/create-job-queue.ts'
import { newHome } from './new-home.ts'

/** A home whose queue has been opened before: PostgreSQL's first start takes longer than most of what is tested. */
export async function newLibrary(): Promise<string> {
  const home = await newHome()
  await putEmptyQueue(join(home, 'queue'))
  return home
}

/** Makes the folder of a queue on PGlite as it is when it has been opened and closed. */
export const putEmptyQueue = async (dir: string): Promise<void> =>
  cp(await emptyQueue(), dir, { recursive: true })

/** A queue's folder that nobody has used: made once in a run, by the first that needs one. */
async function emptyQueue(): Promise<string> {
  const folder = inject('runFolder')
  const kept = join(folder, 'queue')
  if (existsSync(kept)) return kept
  const made = await mkdtemp(join(folder, 'queue-'))
  const queue = await createJobQueue({ dir: made })
  await queue.close()
  await rename(made, kept).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
    return rm(made, { recursive: true })
  })
  return kept
}
