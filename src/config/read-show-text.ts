import { readFileSync, statSync } from 'node:fs'
import { MOST_TEXT_BYTES } from '../domain/show.ts'
import { countWords } from '../domain/text.ts'

/** What a person is told of a text that cannot be used. */
export class TextFault extends Error {
  override readonly name = 'TextFault'
}

const UTF8 = new TextDecoder('utf-8', { fatal: true })

function bytesOf(path: string): Uint8Array {
  try {
    const { size } = statSync(path)
    if (size > MOST_TEXT_BYTES)
      throw new TextFault(
        `${path} has ${size} bytes; use a text of at most ${MOST_TEXT_BYTES / 1000} KB, or divide it`
      )
    return readFileSync(path)
  } catch (error) {
    if (error instanceof TextFault) throw error
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'ENOENT')
      throw new TextFault(`there is no file ${path}; name a .txt or .md file below this one`)
    if (code === 'EISDIR') throw new TextFault(`${path} is a folder; name a .txt or .md file`)
    throw new TextFault(`${path} cannot be read: ${message}`)
  }
}

/** The text of a file, as it is in it. Throws a TextFault that says what would be right. */
export function readShowText(path: string): string {
  let text: string
  const bytes = bytesOf(path)
  try {
    text = UTF8.decode(bytes)
  } catch {
    throw new TextFault(`${path} is not in UTF-8; save it as UTF-8 text`)
  }
  if (countWords(text) === 0) throw new TextFault(`${path} has no words; write something to be read`)
  return text
}
