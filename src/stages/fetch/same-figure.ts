import type { Figure } from './read-figures.ts'

/** What numbers of people are told of, by stems near them. */
const FATES: readonly [what: string, near: RegExp][] = [
  ['dead', /^(?:dead|body)$/],
  ['injured', /^hurt$/],
  ['missing', /^disappear$/],
  ['arrested', /^arrest$/],
  ['rescued', /^(?:rescu|sav)$/],
  ['evacuated', /^(?:evacuat|fle|fled|displac)$/],
  ['marching', /^protest$/]
]
const FATE_WORDS = 4
/** Of tonnes or hours there are many in a story, of jobs or houses hardly. */
const MEASURE =
  /^(?:tonn?|kilo(?:met(?:er)?|gram)?|met(?:er)?|mil|inch|feet|foot|acr|hectar|lit(?:er)?|barrel|hour|minut|second|day|week|month|year|tim|degre|watt|megawatt|gigawatt)e?$/
/** No people: "400 homes were evacuated". */
const THING =
  /^(?:hom|hous|build|school|car|vehicl|vilag|villag|flight|drone|missil|rocket|shot|bulet|bullet|attack|plac|town|stret|street|ship|bus)e?$/
/** Words that any number may stand near. */
const VAGUE =
  /^(?:peopl|total|figur|averag|cost|worth|rais|ris|ros|fall|fel|climb|drop|jump|reach|increas|declin|stood|old|high|low|rest|half|part|time)e?$/

export const FATE_NAMES = FATES.map(([what]) => what)

/** What became of those whom a count numbers, by the nearest word that tells; null where none does. */
export function fateOf({ near, unit }: Figure): string | null {
  const [noun = ''] = near
  if (unit !== '' || MEASURE.test(noun) || THING.test(noun)) return null
  const told = near.slice(0, FATE_WORDS).map(stem => FATES.find(([, stems]) => stems.test(stem))?.[0])
  return told.find(what => what !== undefined) ?? null
}

const digitsOf = (value: number): number =>
  String(value)
    .replace(/\D/g, '')
    .replace(/^0+|0+$/g, '').length || 1

/** 1.23 billion is 1.2 billion, and 41,000 is about 40,000. */
export function agree(one: Figure, other: Figure): boolean {
  if (one.value === other.value) return true
  const isRound = one.isAbout || other.isAbout || Math.min(one.value, other.value) >= 1000
  if (!isRound || one.unit === 'date' || one.unit === 'score') return false
  const digits = Math.min(digitsOf(one.value), digitsOf(other.value))
  return Number(one.value.toPrecision(digits)) === Number(other.value.toPrecision(digits))
}

const isAlone = ({ unit }: Figure, figures: readonly Figure[]): boolean =>
  new Set(figures.filter(other => other.unit === unit).map(({ value }) => value)).size === 1

/** Stems of what both numbers stand near, nearest to the first of all. */
export const sharedNear = (one: Figure, other: Figure): string[] =>
  one.near.filter(stem => !VAGUE.test(stem) && other.near.includes(stem))

/** Of the words of two sentences that say the same with other numbers. */
const LEAST_SHARED = 0.5

function saysSame({ sentence }: Figure, other: Figure): boolean {
  const shared = [...sentence].filter(stem => other.sentence.has(stem)).length
  return shared >= LEAST_SHARED * Math.min(sentence.size, other.sentence.size)
}

/** The same thing near both, in sentences that say much the same; a count needs its noun right beside it. */
export function isAboutSame(
  one: Figure,
  other: Figure,
  ones: readonly Figure[],
  others: readonly Figure[]
): boolean {
  if (one.unit !== other.unit || !saysSame(one, other)) return false
  const shared = sharedNear(one, other)
  if (one.unit === '%' && one.isChange !== other.isChange) return false
  const [noun = ''] = one.near
  if (one.unit === '') return noun === other.near[0] && shared.length >= (MEASURE.test(noun) ? 3 : 2)
  return shared.length >= 2 || (shared.length === 1 && isAlone(one, ones) && isAlone(other, others))
}
