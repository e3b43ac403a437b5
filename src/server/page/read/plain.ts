import { cleanText, oneLine } from '../../../domain/text.ts'

const MAX_CHARACTERS = 4000

/** Text of a feed or a model as one harmless line. */
export const plain = (text: string): string =>
  oneLine(cleanText(text)).slice(0, MAX_CHARACTERS).toWellFormed()
