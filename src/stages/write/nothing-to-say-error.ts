import { StageError } from '../../domain/stage-error.ts'

/** There are stories, and not a sentence in them that can be said alone. */
export class NothingToSayError extends StageError {
  constructor(message: string) {
    super('write', message, { retryable: false })
  }
}
