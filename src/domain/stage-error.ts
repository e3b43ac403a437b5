import type { StageName } from './stages.ts'

export interface StageErrorOptions {
  /** May the same work pass if it is tried again? */
  retryable: boolean
  cause?: unknown
}

/** A stage failed, and knows whether another try can help. The message says what was wrong, where, and what would be right. */
export class StageError extends Error {
  override readonly name = 'StageError'
  readonly retryable: boolean

  constructor(
    readonly stage: StageName,
    message: string,
    options: StageErrorOptions
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.retryable = options.retryable
  }
}
