import { soundOfLetters } from './letter-names.ts'
import type { Sounds } from './sounds.ts'

const list = (words: string): ReadonlySet<string> => new Set(words.split(' '))

/** What "A" stands before as the article, and "I" after as the pronoun: "A U S official", "the B B C I know". */
const KNOWN = list(
  'US UK UN EU UAE TV PC GP PM MP CEO CFO CTO DJ CD DVD CV VIP UFO VPN GPU CPU QR PR DNA RNA BBC CNN NBC CBS NHS FBI CIA ' +
    'GOP NFL NBA NHL BMW GDP UBS WTO USB GPS PGA CBI DVLA USDA CDC TB PDF URL UPS DUI DWI PTA UCL UCLA BAFTA KPMG PWC'
)

const IN_A_ROW = /(?<![\p{L}\d'-])[A-Z](?:[ -][A-Z])+(?![\p{L}\d]|-[a-z])/gu
const DOTTED = /(?<![\p{L}\d.])(?:[A-Z]\.){2,}(?:[A-Z](?![\p{L}\d])|-(?=[a-z]))?/gu
const LONE_A =
  /(?<=\b(?:[Pp]lan|[Vv]itamin|[Gg]roup|[Ss]eries?|[Cc]lass|[Tt]ype|[Hh]epatitis|[Ii]nfluenza|[Ee]xhibit|[Gg]rade|[Tt]eam|[Aa]ppendix|[Ss]chedule|[Ss]ection|[Oo]ption|[Ll]evel|[Tt]erminal|[Tt]ier|[Cc]ategory)[ -])A(?![\p{L}\d'-])|\bA(?= to Z\b)/gu
/** "four K T V" and "five G U S networks": the letter belongs to the number. */
const AFTER_NUMBER =
  /(?<=\b(?:two|four|five|eight) )K (?=[A-Z](?![\p{L}\d]))|(?<=\b(?:three|four|five|six) )G (?=[A-Z](?<![DOP])(?![\p{L}\d]))/gu

const isStart = (before: string): boolean => /(?:^|[.!?…"(—:] ?)$/.test(before)

function say(row: string, before: string, sounds: Sounds): string {
  const letters = row.replace(/[ -]/g, '')
  const [first = '', rest] = [letters[0], letters.slice(1)]
  if (first === 'A' && KNOWN.has(rest) && isStart(before)) return `A ${sounds.add(soundOfLetters(rest))}`
  const head = letters.slice(0, -1)
  if (letters.endsWith('I') && (KNOWN.has(head) || head === 'AI'))
    return `${sounds.add(soundOfLetters(head))} I`
  return sounds.add(soundOfLetters(letters))
}

/** The stop of an abbreviation that ends the text ends its sentence as well. */
const sayDotted = (row: string, isLast: boolean, sounds: Sounds): string =>
  sounds.add(soundOfLetters(row.replace(/[^A-Z]/g, ''))) +
  (row.endsWith('-') ? ' ' : isLast && row.endsWith('.') ? '.' : '')

/** Letters to be named one by one, "U S", "F B-A", "U.S.A.", are never read as words: each row is one stand-in. */
export const readSpelledLetters = (text: string, sounds: Sounds): string =>
  text
    .replace(DOTTED, (row, at: number) => sayDotted(row, at + row.length === text.length, sounds))
    .replace(AFTER_NUMBER, letter => `${sounds.add(soundOfLetters(letter.trim()))} `)
    .replace(IN_A_ROW, (row, at: number, whole: string) => say(row, whole.slice(0, at), sounds))
    .replace(LONE_A, () => sounds.add(soundOfLetters('A')))
