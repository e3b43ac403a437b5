import type { Item } from '../../../../domain/feed.ts'
import { splitSentences } from '../../../../domain/sentences.ts'
import { cutDateline } from '../sentences/cut-openers.ts'
import { FUNCTION_WORDS, HOUSEHOLD_ACRONYMS, MONTHS, WEEKDAYS } from './word-lists.ts'
import { startsUpper, tokensOf } from './words.ts'

/** What a story's items call people and things. */
export interface Names {
  /** Capitalised in mid-sentence. */
  proper: ReadonlySet<string>
  /** Last word of a name → the full names that end with it. */
  full: ReadonlyMap<string, ReadonlySet<string>>
  /** Word inside a name of three words and more → the names that it is in. */
  inner: ReadonlyMap<string, ReadonlySet<string>>
  /** Initials → what they stand for, where an item says so. */
  acronyms: ReadonlyMap<string, string>
  /** Last words that an item uses alone and never in full: known to everybody. */
  known: ReadonlySet<string>
}

const ORGANISATION =
  /^(?:House|Council|University|Court|Department|Office|Ministry|Bank|Group|Agency|Committee|Commission|Union|Party|Times|Post|News|Journal|Wire|Street|City|County|States?|Kingdom|Police|Hospital|School|College|Institute|Museum|Company|Corp|Inc|Ltd|Association|Foundation|Cent(?:er|re)|Service|Board|Authority|Parliament|Congress|Senate|League|Club|Airport|Bureau|Intelligence|Station|Festival|Project|Act|River|Lake|Island|Islands|Ocean|Sea|Mountains?|Road|Bridge|Park|Stadium|Championships?|Cup|Awards?|Prize|Review|Daily|Weekly|Courier|Street|Day|War|North|South|East|West|Space|Labs?|Studios?|Systems?|Technologies|Nations|Valley|Canyon)$/
const NOT_NAMES = new Set([...WEEKDAYS, ...MONTHS, 'I', 'Mr', 'Mrs', 'Ms', 'Dr'])

/** Runs of capitalised words, in mid-sentence or at its start where the first word is a name elsewhere. */
export function nameRuns(sentence: string, isProper: (word: string) => boolean): string[][] {
  const runs: string[][] = [[]]
  const words = sentence.split(/[\s—–]+/)
  for (const [at, raw] of words.entries()) {
    const [word = ''] = tokensOf(raw)
    const opensName =
      isProper(word) || (startsUpper(words[1] ?? '') && !FUNCTION_WORDS.has(word.toLowerCase()))
    const isName = startsUpper(word) && !NOT_NAMES.has(word) && (at > 0 || opensName)
    if (isName && !/^[("“‘']/.test(raw)) runs.at(-1)?.push(word)
    else runs.push(isName ? [word] : [])
    if (isName && /[,.;:)"”]$|['’]s$/.test(raw) && !/^\p{L}\.$/u.test(raw)) runs.push([])
  }
  return runs.filter(run => run.length > 0)
}

const properWordsOf = (sentences: string[]): Set<string> =>
  new Set(
    sentences
      .flatMap(sentence => tokensOf(sentence.replace(/[“"‘]\S+/g, '')).slice(1))
      .filter(word => startsUpper(word) && !NOT_NAMES.has(word))
  )

/** "Tax Justice Network (TJN)" */
function glossesOf(text: string): [string, string][] {
  const found = text.matchAll(
    /((?:\p{L}[\p{L}'’]*[ -](?:of |for |and |the |on |in )?){1,7})\((\p{Lu}{2,6})s?\)/gu
  )
  return [...found].flatMap(([, words = '', initials = '']) => {
    const parts = words.trim().split(/[ -]/)
    const first = parts.findLastIndex(part => part[0]?.toUpperCase() === initials[0])
    return first < 0 ? [] : [[initials, parts.slice(first).join(' ')]]
  })
}

/** Initials in the text that are those of a name in it. */
function initialsOf(sentences: string[], names: Iterable<string>): [string, string][] {
  const used = new Set(sentences.flatMap(tokensOf).filter(word => /^\p{Lu}{3,6}$/u.test(word)))
  const initials = (name: string): string =>
    name
      .split(' ')
      .map(([first = '']) => first)
      .join('')
  return [...names].flatMap(name => (used.has(initials(name)) ? [[initials(name), name]] : []))
}

const MOST_CHARACTERS = 60_000
const MOST_NAME_WORDS = 6
const textOf = ({ text }: Item): string => text.slice(0, MOST_CHARACTERS)

/** Reads the names of a story from its items. */
export function namesOf(items: readonly Item[]): Names {
  const perItem = items.map(item => splitSentences(textOf(item)).map(cutDateline))
  const proper = properWordsOf(perItem.flat())
  const full = new Map<string, Set<string>>()
  const inner = new Map<string, Set<string>>()
  const known = new Set<string>()
  for (const sentences of perItem) {
    const met = new Set<string>()
    const alone = new Set<string>()
    for (const run of sentences.flatMap(sentence => nameRuns(sentence, word => proper.has(word)))) {
      const last = run.at(-1) ?? ''
      if (run.length === 1) alone.add(last)
      else met.add(last)
      if (run.length > 1 && !/^\p{Lu}+$/u.test(last))
        full.set(last, (full.get(last) ?? new Set()).add(run.join(' ')))
      for (const word of run.length <= MOST_NAME_WORDS ? run.slice(1, -1) : []) {
        met.add(word)
        if (!ORGANISATION.test(word) && !/^\p{Lu}+$/u.test(word))
          inner.set(word, (inner.get(word) ?? new Set()).add(run.join(' ')))
      }
    }
    for (const last of alone) if (!met.has(last)) known.add(last)
  }
  const fullNames = [...full.values()].flatMap(group => [...group])
  const told = [...initialsOf(perItem.flat(), fullNames), ...items.flatMap(item => glossesOf(textOf(item)))]
  const acronyms = new Map(told.filter(([short]) => !HOUSEHOLD_ACRONYMS.has(short)))
  return { proper, full, inner, acronyms, known }
}

/** Is the word a part of a person's full name in the story? */
export const isPersonIn = (names: Names, word: string): boolean =>
  startsUpper(word) && names.full.has(word) && !ORGANISATION.test(word) && !/^\p{Lu}+$/u.test(word)
