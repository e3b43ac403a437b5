import { GenerationError } from '../../stages/write/ports.ts'

/** A GGUF file that no text can be made with; the message says which, why, and what would be right. */
export class LlamaFileError extends GenerationError {
  constructor(message: string, options?: ErrorOptions) {
    super('rejected', message, options)
  }
}
