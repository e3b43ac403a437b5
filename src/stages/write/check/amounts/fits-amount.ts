import type { Amount, Modifier } from './amount.ts'

const same = (a: number, b: number): boolean =>
  Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b), 1e-12)

/** Is `rough` what one gets by rounding `exact` to whole steps of its size? */
function isRounding(rough: number, exact: number): boolean {
  const size = 10 ** Math.floor(Math.log10(Math.abs(exact) || 1))
  const steps = [size, size / 10, size / 100]
  return steps.some(
    step =>
      Math.abs(rough / step - Math.round(rough / step)) < 1e-6 && Math.abs(rough - exact) <= step / 2 + 1e-9
  )
}

const near = (said: number, given: number, share: number): boolean =>
  Math.abs(said - given) <= share * Math.abs(given)

const SLACK = 0.16

/** Is "about", "over", "under" … `said` true of what the source gives? */
const FITS: Record<Modifier, (said: number, given: number, slack: number) => boolean> = {
  none: same,
  about: (said, given) =>
    same(said, given) || (isRounding(said, given) && near(said, given, given < 10 ? 0.1 : 0.06)),
  over: (said, given, slack) => given > said && given <= said * (1 + slack),
  under: (said, given, slack) => given < said && given >= said * (1 - slack),
  'at-least': (said, given, slack) => given >= said && given <= said * (1 + slack),
  'at-most': (said, given, slack) => given <= said && given >= said * (1 - slack)
}

const LOOSE: Record<Modifier, readonly Modifier[]> = {
  none: ['none', 'about', 'over', 'under', 'at-least', 'at-most'],
  about: ['none', 'about', 'over', 'under', 'at-least', 'at-most'],
  over: ['over', 'at-least'],
  under: ['under', 'at-most', 'about'],
  'at-least': ['none', 'at-least', 'over'],
  'at-most': ['none', 'at-most', 'under', 'about']
}

/** "a third" of 33 percent, "about a third" of 32 to 35. */
function fitsShare(said: Amount, given: Amount): boolean {
  if (!said.fraction && !given.fraction) return false
  const gap = Math.abs(said.value - given.value)
  if (said.modifier === 'about') return gap <= 2.5
  if (said.modifier === 'under') return given.value < said.value + 1e-9 && gap <= 5
  if (said.modifier === 'over') return given.value > said.value && gap <= 8
  return gap <= 0.7
}

/** Does the number that is said agree with the one that is given, in the same unit? */
export function fitsAmount(said: Amount, source: Amount): boolean {
  const given = said.unit === '' && source.unit !== '' ? { ...source, value: source.raw } : source
  if (same(said.value, given.value)) return LOOSE[said.modifier].includes(given.modifier)
  if (said.group === 'percent' && fitsShare(said, given)) return true
  return FITS[said.modifier](said.value, given.value, SLACK)
}

/** Can the two be of the same unit? A plain number may stand for one whose unit was told before. */
export function fitsUnit(said: Amount, given: Amount): boolean {
  if (said.unit === given.unit) return true
  if (said.unit === 'times' || (said.unit === 'month' && given.ordinal)) return given.group === 'plain'
  if (given.unit === 'times') return said.group === 'plain'
  if (said.unit === 'degree') return given.unit.startsWith('degree')
  if (said.unit === 'mile' && given.unit === 'mile per hour') return true
  return said.group === 'plain' && !hasOwnNoun(said)
}

const NO_NOUN =
  /^(?:is|was|has|ss|us|this|its|his|as|plus|minus|across|versus|less|always|perhaps|during|towards|besides|years|days|times|points|rises|was|does|goes|says|takes|makes|comes|gets|gives|means|looks|sounds|remains|stays|adds)$/

/** "46 tokens" is no amount of dollars. */
const hasOwnNoun = ({ after: [first = ''], ordinal }: Amount): boolean =>
  !ordinal && /^[a-z]{3,}s$/.test(first) && !NO_NOUN.test(first)
