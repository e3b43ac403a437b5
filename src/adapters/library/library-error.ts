/** A file of the library cannot be read or written; the message names it. */
export class LibraryError extends Error {
  override readonly name = 'LibraryError'
}

const REASONS: Record<string, string> = {
  ENOSPC: 'the disk is full; free some space and ask again, what is done is kept',
  EDQUOT: 'the disk quota is used up; free some space and ask again, what is done is kept',
  EACCES: 'no permission; give this user the folder, or choose another with --home',
  EPERM: 'no permission; give this user the folder, or choose another with --home',
  EROFS: 'the file system is read-only; choose another folder with --home'
}

/** Runs a write and says plainly what stood in its way. */
export async function writing<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? REASONS[String(error.code)] : undefined
    if (reason === undefined) throw error
    throw new LibraryError(`Cannot write ${path}: ${reason}`, { cause: error })
  }
}
