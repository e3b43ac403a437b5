/** The single-process queue is in another process's hands. */
export class QueueInUseError extends Error {
  override readonly name = 'QueueInUseError'

  constructor(
    readonly dir: string,
    /** Null where the holder did not answer. */
    readonly pid: number | null
  ) {
    const holder = pid === null ? 'another process' : `process ${pid}`
    super(
      `The queue in ${dir} is in use by ${holder}. Ask that one, stop it, or set REDIS_URL to share a queue between processes.`
    )
  }
}
