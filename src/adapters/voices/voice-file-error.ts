/** Voice cards or the lexicon cannot be used: every fault at once, each with its file and field. */
export class VoiceFileError extends Error {
  override readonly name = 'VoiceFileError'

  constructor(readonly faults: readonly string[]) {
    super(`the voices cannot be loaded:\n${faults.map(fault => `  ${fault}`).join('\n')}`)
  }
}
