import { expect } from 'vitest'
import { StageError } from '../../src/domain/stage-error.ts'

/** The StageError that some work fails with; the test fails where it does not. */
export async function caught(work: Promise<unknown>): Promise<StageError> {
  const error = await work.then(
    () => new Error('it did not fail'),
    (reason: unknown) => reason
  )
  expect(error).toBeInstanceOf(StageError)
  return error as StageError
}
