import { StageError } from '../../domain/stage-error.ts'

/** A StageError that names the host alone: the rest of an address may be a secret. */
export const announceFault = (url: string, wrong: string, retryable: boolean, cause?: unknown): StageError =>
  new StageError('publish', `${new URL(url).host} ${wrong}`, { retryable, cause })
