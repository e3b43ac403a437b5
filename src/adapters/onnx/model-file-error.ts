/** A model, voice or config file that cannot be used; the message says which, why, and what would be right. */
export class ModelFileError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'ModelFileError'
  }
}
