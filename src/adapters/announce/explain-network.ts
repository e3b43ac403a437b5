import type { StageError } from '../../domain/stage-error.ts'
import { codeOf, firstOf, NETWORK_WORDS, unlistedWords } from '../network-words/network-words.ts'
import { announceFault } from './announce-fault.ts'

/** fetch wraps what went wrong. */
const rootOf = (thrown: unknown): unknown =>
  firstOf(thrown instanceof TypeError && thrown.cause !== undefined ? thrown.cause : thrown)

/** What an error of fetch means. Its own words may hold the address, and are kept as the cause only. */
export function explainNetwork(url: string, thrown: unknown): StageError {
  const error = rootOf(thrown)
  const code = codeOf(error)
  const listed = NETWORK_WORDS[code]
  const { words, mayPass } = listed === undefined ? unlistedWords(code) : { words: listed, mayPass: true }
  return announceFault(url, words, mayPass, error)
}
