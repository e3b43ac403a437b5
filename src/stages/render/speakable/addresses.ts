import { inOrder } from './patterns.ts'
import type { Rule } from './patterns.ts'
import { spell } from './spell.ts'

const DOMAIN =
  /(?<![\w.@-])(?:www\.)?((?:[A-Za-z\d][A-Za-z\d-]{0,62}\.){1,4})(com|org|net|gov|edu|info|int|mil|dev|app|io|ai|co|uk|us|eu|tv|me|fm|ly|to|de|fr|nl|be|ch|at|it|es|pt|pl|se|fi|dk|ie|ca|au|nz|jp|cn|br|mx|za|ru|ua|js|ts|py|md|json|yaml|html|pdf|txt|csv|zip|exe|wav)(?![\w-])(\/[^\s<>"]{0,500})?/gi
const EMAIL = /(?<![\w.+-])([\w.+-]{1,64})@((?:[A-Za-z\d-]{1,63}\.){1,4}[A-Za-z]{2,24})(?![\w-])/g
const SPELLED_ENDINGS = new Set(['edu', 'js', 'ts', 'py', 'md', 'csv', 'pdf'])
const SPELLED_LABELS = new Set([
  'abc',
  'aol',
  'aws',
  'cia',
  'ibm',
  'imf',
  'un',
  'eu',
  'who',
  'uk',
  'iaea',
  'mit',
  'ai'
])

function sayLabel(label: string): string {
  const words = label.replaceAll('-', ' ')
  return SPELLED_LABELS.has(label.toLowerCase()) || /^[b-df-hj-np-tv-xz]{1,5}$/i.test(label)
    ? spell(label)
    : words
}

function sayEnding(ending: string): string {
  const lower = ending.toLowerCase()
  return (lower.length === 2 && lower !== 'co') || SPELLED_ENDINGS.has(lower) ? spell(lower) : lower
}

function sayDomain(domain: string): string {
  const labels = domain.split('.')
  return labels.map((label, at) => (at === 0 ? sayLabel(label) : sayEnding(label))).join(' dot ')
}

const closing = (address: string): string => (/[.,;:!?)"']{1,9}$/.exec(address.slice(-9)) ?? [''])[0]

const full: Rule = text => text.replace(/\b(?:https?|ftp):\/\/[^\s<>"]{1,2000}/gi, closing)

const emails: Rule = text =>
  text.replace(EMAIL, (_, local: string, domain: string) => {
    const name = local.replaceAll('.', ' dot ').replaceAll('+', ' plus ').replace(/[_-]/g, ' ')
    return `${name} at ${sayDomain(domain)}`
  })

/** "ended.It" is a lost space, not an address. */
const domains: Rule = text =>
  text.replace(DOMAIN, (match: string, labels: string, ending: string, path?: string) =>
    /^[A-Z][a-z]/.test(ending) ? match : `${sayDomain(labels + ending)}${path ? closing(path) : ''}`
  )

const handles: Rule = text =>
  text
    .replace(/(?<![\w.])\.(?=(?:com|net|org|io|ai)\b)/gi, 'dot ')
    .replace(/(?<![\w.])@(?=\w)/g, 'at ')
    .replace(/(?<![\w&])#(?=[A-Za-z])/g, 'hashtag ')
    .replace(/(?<![\w&])# ?(?=\d)/g, 'number ')

/** "ended.The next" lost a space; "arduino.cc" is a name. */
const lostSpaces: Rule = text =>
  text
    .replace(/(?<=[A-Za-z]{2})\.(?=[a-z]{2})/g, ' dot ')
    .replace(/[!?](?='s\b)/g, '')
    .replace(/(?<=[A-Za-z]{2}[.,!?;:])(?!'s\b)(?=["']?[A-Za-z])/g, ' ')

/** Web addresses in full are dropped; a site's name, an e-mail address, a handle and a hashtag are said. */
export const addresses = inOrder(full, emails, domains, handles, lostSpaces)
