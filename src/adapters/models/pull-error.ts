import { ModelError } from '../../domain/model-store.ts'

interface PullErrorOptions {
  /** May another try help? */
  retryable?: boolean
  /** Is what was fetched so far of no use? */
  discard?: boolean
  /** The server asks for so much patience. */
  waitMs?: number
  cause?: unknown
}

/** What went wrong with one file. */
export class PullError extends ModelError {
  readonly retryable: boolean
  readonly discard: boolean
  readonly waitMs: number

  constructor(
    message: string,
    { retryable = false, discard = false, waitMs = 0, cause }: PullErrorOptions = {}
  ) {
    super(message, { cause })
    this.retryable = retryable
    this.discard = discard
    this.waitMs = waitMs
  }
}
