import { UnrecoverableError } from 'bullmq'
import { StageError } from '../../domain/stage-error.ts'
import { cleanJson } from './clean-json.ts'

const MAX_LENGTH = 8000

const stored = (text: string): string => cleanJson(text.slice(0, MAX_LENGTH))

/** What BullMQ should see of an error: without retry where none can help, and in text that every store takes. */
export function toBullmqError(error: unknown): Error {
  const message = stored(error instanceof Error ? error.message || error.name : String(error))
  const hopeless = error instanceof UnrecoverableError || (error instanceof StageError && !error.retryable)
  const result = hopeless ? new UnrecoverableError(message) : new Error(message)
  result.cause = error
  if (error instanceof Error && error.stack !== undefined) result.stack = stored(error.stack)
  return result
}
