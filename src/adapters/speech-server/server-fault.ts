import { StageError } from '../../domain/stage-error.ts'
import { cleanText, oneLine } from '../../domain/text.ts'

const EXCERPT_CHARACTERS = 200
/** What may pass: a server that is slow, early, asked too often, or at fault itself. */
const PASSING = new Set([408, 425, 429])

/** What went wrong at a speech server, in a sentence that begins with its host, and with nothing else of its address. */
export const serverFault = (url: URL, wrong: string, retryable: boolean, cause?: unknown): StageError =>
  new StageError('render', `the speech server ${url.host} ${wrong}`, { retryable, cause })

/** The words of an answer as they may be printed: one line, at most 200 characters, the key blotted out. */
export function excerptOf(bytes: Uint8Array, secret: string | undefined): string {
  const text = new TextDecoder().decode(bytes.subarray(0, 16_384))
  const said = messageIn(text) ?? text
  const safe = secret === undefined ? said : said.replaceAll(secret, '…')
  const line = oneLine(cleanText(safe).replace(/[\u0000-\u001f\u2028\u2029]/g, ' '))
  return line.length > EXCERPT_CHARACTERS ? `${line.slice(0, EXCERPT_CHARACTERS - 1)}…` : line
}

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined

/** The message of the error shapes of OpenAI, FastAPI and others. */
function messageIn(text: string): string | null {
  try {
    const json: unknown = JSON.parse(text)
    const [error, detail] = [fieldOf(json, 'error'), fieldOf(json, 'detail')]
    const said = [
      fieldOf(error, 'message'),
      fieldOf(detail, 'message'),
      fieldOf(json, 'message'),
      detail,
      error
    ]
    return said.find(part => typeof part === 'string') ?? null
  } catch {
    return null
  }
}

const ADVICE: Readonly<Record<number, string>> = {
  400: 'look at the voice, the model and the text of the turn',
  401: 'put its key into DUOLOGUE_SPEECH_KEY',
  403: 'put a key that may do this into DUOLOGUE_SPEECH_KEY',
  404: 'check the address, the model and the voice',
  405: 'check the address',
  413: 'the text is too long for it',
  415: 'it does not take requests of this kind: check the address',
  422: 'look at the voice, the model and the text of the turn',
  429: 'it asks for fewer requests'
}

export interface ServerStatus {
  status: number
  statusText: string
  bytes: Uint8Array
  retryAfter: string | undefined
}

/** What a status that is no success means. */
export function statusFault(url: URL, answer: ServerStatus, secret: string | undefined): StageError {
  const { status, statusText, retryAfter } = answer
  const said = excerptOf(answer.bytes, secret) || excerptOf(new TextEncoder().encode(statusText), secret)
  const wait = retryAfter !== undefined && /^\d{1,6}$/.test(retryAfter) ? `, in ${retryAfter} s again` : ''
  const advice = ADVICE[status] ?? (status >= 500 ? 'it has a fault of its own' : 'check the address')
  const quoted = said === '' ? '' : ` and says "${said}"`
  return serverFault(
    url,
    `answered ${status}${quoted}: ${advice}${wait}`,
    PASSING.has(status) || status >= 500
  )
}
