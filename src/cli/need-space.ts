import { mkdir, statfs } from 'node:fs/promises'
import { join } from 'node:path'

const MB = 1e6
/** The queue's store takes some 50 MB, and cannot report a full disk once it is open; a mix takes 20 MB a minute. */
const NEEDED_MB = 150

/** Makes the library's folder; throws where it cannot be written, or the disk behind it is all but full. */
export async function needSpace(home: string): Promise<void> {
  await mkdir(join(home, 'queue'), { recursive: true }).catch((cause: unknown) => {
    throw new Error(
      `${home} cannot be used as the library: ${(cause as Error).message}. Give this user a folder to write in, or name another with --home.`,
      { cause }
    )
  })
  const { bavail, bsize } = await statfs(home)
  const freeMb = (bavail * bsize) / MB
  if (freeMb < NEEDED_MB)
    throw new Error(
      `Only ${freeMb.toFixed(0)} MB are free at ${home}, and at least ${NEEDED_MB} are needed; free some space, or name another folder with --home.`
    )
}
