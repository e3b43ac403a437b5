import { cardinal, digitWords, nameNumber, pluralNumber, yearWords } from './number-words.ts'
import { inOrder } from './patterns.ts'
import type { Rule } from './patterns.ts'

/** Names whose spelling says nothing of their sound. */
const SPECIAL: Record<string, string> = {
  iOS: 'I\u203fO\u203fS',
  iPadOS: 'I Pad O\u203fS',
  macOS: 'Mac O\u203fS',
  PostgreSQL: 'Postgres Q\u203fL',
  MySQL: 'My S\u203fQ\u203fL',
  mRNA: 'M\u203fR\u203fN-A',
  SaaS: 'sass',
  LoRA: 'Lora',
  LLaMA: 'Llama',
  LaTeX: 'La Tech',
  NVIDIA: 'Nvidia',
  MacBook: 'Mac Book',
  FFmpeg: 'F\u203fF\u203fM peg',
  VMware: 'V M ware',
  SPHEREx: 'Sphere ex',
  'RISC-V': 'risk five',
  gpt: 'G\u203fP\u203fT',
  pH: 'P\u203fH',
  NO2: 'N\u203fO two',
  SO2: 'S\u203fO two',
  NOx: 'nox',
  WW1: 'World War One',
  WW2: 'World War Two'
}

const SPECIALS = new RegExp(String.raw`\b(?:${Object.keys(SPECIAL).join('|')})(?![a-z])`, 'g')

const specials: Rule = text => text.replace(SPECIALS, name => SPECIAL[name] ?? name)

/** 1080p */
const screens: Rule = text =>
  text.replace(
    /(?<![\w.,])(\d{3,4}|\d,\d{3})([pi])\b/g,
    (_, lines: string, scan: string) => `${nameNumber(lines.replace(',', ''))} ${scan.toUpperCase()}`
  )

/** Software counts its versions in whole numbers: "Linux 6.17" → "six point seventeen". */
const releases: Rule = text =>
  text.replace(
    /\b((?:Linux|[Kk]ernel|Python|Kubernetes|Ubuntu|PHP|macOS|OS X) )(\d{1,2})\.(\d{2})(?![\w.]*\d)/g,
    (_, name: string, major: string, minor: string) =>
      `${name}${cardinal(Number(major))} ${minor.startsWith('0') ? 'oh' : 'point'} ${cardinal(Number(minor))}`
  )

const versions: Rule = text =>
  text
    .replace(/\bv\.? ?(?=\d+(?:\.\d|\b))/g, 'version ')
    .replace(/(?<![\w.,])\d{1,9}(?:(?:\.\d{1,9}){2,6}|\.\d{1,9}\.x)(?![\w]|\.\d)/g, version =>
      version
        .split('.')
        .map(part => (part === 'x' ? part : cardinal(Number(part))))
        .join(' point ')
    )

function digitsIn(token: string, digits: string, at: number): string {
  const rest = token.slice(at + digits.length)
  const isYearLike = /^(?:1[1-9]|20)\d\d$/.test(digits)
  if (at > 0) {
    const said = nameNumber(digits)
    return rest === 's' ? pluralNumber(said).slice(0, -1) : said
  }
  if (digits.length > 10 || /^0\d/.test(digits)) return digitWords(digits)
  if (rest === 's')
    return pluralNumber(digits.endsWith('00') ? cardinal(Number(digits)) : nameNumber(digits)).slice(0, -1)
  return isYearLike && !/^-(?:page|seat|word|mile|meter|foot|year)/.test(rest)
    ? yearWords(Number(digits))
    : cardinal(Number(digits))
}

/** "GPT-5" → "GPT five", "H100" → "H one hundred", "20-year-old" → "twenty year-old"; an A is tied (spell.ts): "A320" → "A-three twenty". */
function sayMixed(token: string): string {
  return token
    .replace(/\d+(?:\.\d+)?/g, (digits: string, at: number) => {
      const [whole = '', decimals] = digits.split('.')
      const said = digitsIn(token, whole, at)
      return ` ${decimals === undefined ? said : `${said} point ${digitWords(decimals)}`} `
    })
    .replace(/ s$/, 's')
    .replace(/ - ?(?=[A-Za-z])|(?<=[A-Za-z])- /g, ' ')
    .replace(/(?<![A-Za-z])([b-df-hj-np-tv-z]{2,4})(?= )/g, letters => letters.toUpperCase())
    .replace(/ {2,}/g, ' ')
    .trim()
    .replace(/^A (?=[a-z])/, 'A-')
    .replace(/(?<=[a-z]) A$/, '-A')
}

const mixed: Rule = text =>
  text.replace(/[A-Za-z\d]+(?:[-/.][A-Za-z\d]+)*/g, token =>
    /\d/.test(token) && /[A-Za-z]/.test(token) ? sayMixed(token.replaceAll('/', ' ')) : token
  )

/** "ChatGPT" → "Chat GPT", "JPMorgan" → "JP Morgan", "iPhone" → "I Phone"; not "McDonald" or "GPUs". */
const camels: Rule = text =>
  text
    .replace(
      /\b([a-z])([A-Z])(?=[A-Za-z])/g,
      (_, first: string, next: string) => `${first.toUpperCase()} ${next}`
    )
    .replace(/(?<=[a-z]{2})(?<!\b(?:Mac|Fitz))(?=[A-Z])/g, ' ')
    .replace(/(?<=\b(?:Le|De|Di|La|Du|My|We|Bo|Ly))(?=[A-Z][a-z])/g, ' ')
    .replace(/(?<=[A-Z])(?=[A-Z][a-z]{2})/g, ' ')

/** Names that mix letters and digits, or capitals and small letters, as words a voice can read. */
export const names = inOrder(releases, specials, screens, versions, mixed, camels)
