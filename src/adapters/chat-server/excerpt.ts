import { cleanText, oneLine } from '../../domain/text.ts'

const CHARACTERS = 200

/** A server's words as they may be printed: one line, at most 200 characters, without the key. */
export function excerpt(text: string, secrets: readonly string[]): string {
  const clean = cleanText(text.slice(0, 16_384)).replace(/[\u0000-\u001f\u2028\u2029]/g, ' ')
  const line = secrets.reduce((words, secret) => words.replaceAll(secret, '…'), oneLine(clean))
  return line.length > CHARACTERS ? `${line.slice(0, CHARACTERS - 1)}…` : line
}
