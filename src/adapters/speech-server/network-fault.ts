import { StageError } from '../../domain/stage-error.ts'
import { codeOf, firstOf, unlistedWords } from '../network-words/network-words.ts'
import { serverFault } from './server-fault.ts'

/** System codes, what they mean, and whether they may pass. */
const CODES: Readonly<Record<string, [wrong: string, retryable: boolean]>> = {
  ENOTFOUND: ['cannot be found: no server has this name', true],
  EAI_AGAIN: ['cannot be found just now: the name could not be looked up', true],
  ECONNREFUSED: ['refused the connection: is it running?', true],
  ECONNRESET: ['closed the connection before the answer was complete', true],
  EPIPE: ['closed the connection before the answer was complete', true],
  ETIMEDOUT: ['did not accept the connection in time', true],
  EHOSTUNREACH: ['cannot be reached', true],
  ERR_INVALID_CHAR: ['was not asked: its key holds a character that no HTTP header takes', false],
  ENETUNREACH: ['cannot be reached: there is no network', true]
}

/** What an error of node:http or of TLS means. Its own words may hold an address, and are kept as the cause only. */
export function networkFault(url: URL, thrown: unknown): StageError {
  if (thrown instanceof StageError) return thrown
  const error = firstOf(thrown)
  const code = codeOf(error)
  const listed = CODES[code]
  if (listed !== undefined) return serverFault(url, ...listed, error)
  const { words, mayPass } = unlistedWords(code)
  return serverFault(url, words, mayPass, error)
}
