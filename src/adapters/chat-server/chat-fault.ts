import { GenerationError } from '../../stages/write/ports.ts'
import type { GenerationFault } from '../../stages/write/ports.ts'

/** Makes an error whose message begins with the model and its host, and has nothing else of the address in it. */
export type ToFault = (fault: GenerationFault, wrong: string, cause?: unknown) => GenerationError

export const createToFault =
  (who: string): ToFault =>
  (fault, wrong, cause) =>
    new GenerationError(fault, `${who} ${wrong}`, cause === undefined ? undefined : { cause })
