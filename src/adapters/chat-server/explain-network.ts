import { GenerationError } from '../../stages/write/ports.ts'
import { codeOf, firstOf, NETWORK_WORDS, unlistedWords } from '../network-words/network-words.ts'
import type { ToFault } from './chat-fault.ts'

/** What an error of node:http or of TLS means. Its own words may hold an address, and are kept as the cause only. */
export function explainNetwork(thrown: unknown, answering: boolean, toFault: ToFault): GenerationError {
  if (thrown instanceof GenerationError) return thrown
  const error = firstOf(thrown)
  if (answering) return toFault('cut-off', 'broke the connection off in the middle of its answer', error)
  const code = codeOf(error)
  if (code === 'ERR_INVALID_CHAR')
    return toFault(
      'rejected',
      'was not asked: the key in DUOLOGUE_WRITER_KEY holds a character that no HTTP header takes',
      error
    )
  return toFault('unreachable', NETWORK_WORDS[code] ?? unlistedWords(code).words, error)
}
