import { inOrder } from './patterns.ts'
import type { Rule } from './patterns.ts'
import { spell } from './spell.ts'

const WORDS: Record<string, string> = {
  '&': 'and',
  '+': 'plus',
  '=': 'equals',
  '~': 'about',
  '≈': 'about',
  '<': 'less than',
  '>': 'more than',
  '≤': 'at most',
  '≥': 'at least',
  '≠': 'is not',
  '±': 'plus or minus',
  '×': 'times',
  '÷': 'divided by',
  '§': 'section',
  '@': 'at',
  '°': 'degrees',
  '#': 'number'
}

const powers: Rule = text =>
  text
    .replace(/(?<=\w)\^2(?!\d)/g, ' squared')
    .replace(/(?<=\w)\^3(?!\d)/g, ' cubed')
    .replace(/(?<=\d)\^-(?=\d)/g, ' to the power of minus ')
    .replace(/(?<=\d)\^(?=\d)/g, ' to the power of ')
    .replace(/\^\d{0,9}/g, ' ')

const arrows: Rule = text => text.replace(/[-=]>|<-|[→←⇒►▶|•·●▪‣◦]/g, ', ')

const programming: Rule = text => text.replace(/\b([CF])#/g, '$1 sharp').replace(/\bC\+\+/g, 'C plus plus')

const pluses: Rule = text => text.replace(/(?<=\w)\+(?!\d)/g, ' plus ')

/** "and/or" → "and or", "he/she" → "he or she", "AC/DC" → "AC DC". */
const slashes: Rule = text =>
  text
    .replace(/\band\/or\b/g, 'and or')
    .replace(/(?<=\b[a-z]{2,30})\/(?=[a-z]{2,30}\b)/g, ' or ')
    .replace(/[/\\]/g, ' ')

const words: Rule = text => text.replace(/[&+=~≈<>≤≥≠±×÷§@°#]/g, sign => ` ${WORDS[sign] ?? ''} `)

/** Signs that stand beside digits; before these become words. */
export const symbolsBesideDigits = inOrder(powers, arrows, programming, pluses)

/** "AT&T" → "A T and T" */
const ampersands: Rule = text =>
  text.replace(
    /\b([A-Z]{1,3})&([A-Z]{1,3})\b/g,
    (_, first: string, second: string) => `${spell(first)} and ${spell(second)}`
  )

/** All other signs. */
export const symbols = inOrder(ampersands, slashes, words)
