import { canParseUrl } from '../../domain/can-parse-url.ts'
import { GenerationError } from '../../stages/write/ports.ts'

/** Where a server is asked, and with what; the addresses hold no password. */
export interface ChatAddress {
  chat: URL
  models: URL
  host: string
  headers: Readonly<Record<string, string>>
  /** What no message may hold. */
  secrets: readonly string[]
}

const CHAT_PATH = /\/chat\/completions$/
/** /v1, /openai/v1, /v1beta/openai: whoever wrote a version wrote the whole path. */
const HAS_VERSION = /\/v\d+[a-z]*\d*(?:\/|$)/

/** The addresses of the API below a server's address, with or without its /v1 or its /chat/completions. Throws a GenerationError. */
export function planAddress(text: string, key: string | undefined): ChatAddress {
  const base = parseBase(text)
  const root = base.pathname.replace(/\/+$/, '')
  const api = CHAT_PATH.test(root)
    ? root.replace(CHAT_PATH, '')
    : HAS_VERSION.test(root)
      ? root
      : `${root}/v1`
  const { headers, secrets } = credentials(base, key?.trim())
  return {
    chat: addressAt(base, `${api}/chat/completions`),
    models: addressAt(base, `${api}/models`),
    host: base.host,
    headers: {
      accept: 'application/json',
      'accept-encoding': 'identity',
      'user-agent': 'duologue',
      ...headers
    },
    secrets
  }
}

/** Another address of the same server. */
export function addressAt(base: URL, path: string): URL {
  const url = new URL(base)
  url.username = url.password = url.hash = ''
  url.pathname = path
  return url
}

function parseBase(text: string): URL {
  const url = canParseUrl(text) ? new URL(text) : null
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return url
  const shown = text.replace(/\/\/[^/@]*@/, '//').slice(0, 100)
  throw new GenerationError(
    'rejected',
    `"${shown}" is no address of a language model's server: write http://host:port/v1 or https://host/v1`
  )
}

function credentials(base: URL, key: string | undefined): Pick<ChatAddress, 'headers' | 'secrets'> {
  if (key !== undefined && key !== '') {
    const azure: Record<string, string> = base.hostname.endsWith('.azure.com') ? { 'api-key': key } : {}
    return { headers: { authorization: `Bearer ${key}`, ...azure }, secrets: [key] }
  }
  if (base.password === '') return { headers: {}, secrets: [] }
  const [user, password] = [decode(base.username), decode(base.password)]
  const basic = Buffer.from(`${user}:${password}`).toString('base64')
  return { headers: { authorization: `Basic ${basic}` }, secrets: [basic, password] }
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
