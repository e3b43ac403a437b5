import { inOrder, stopBefore, replaceInContext } from './patterns.ts'
import type { Rule } from './patterns.ts'

const quotes: Rule = text =>
  text.replaceAll('"', ' ').replace(/(?<![A-Za-z])'(?!(?:em|til|cause|tis|twas)\b)|'(?![A-Za-z])/gi, ' ')

const brackets: Rule = text =>
  text
    .replace(/(?<=[a-z])\((e?s)\)/g, '$1')
    .replace(/[[\]]/g, ' ')
    .replace(/[(){}]/g, ', ')

const ellipses = replaceInContext(/\.{2,}|…/g, (_, __, after) => (stopBefore(after) === '' ? ', ' : '. '))

const dashes: Rule = text =>
  text.replace(/ ?[—–] ?| --? /g, ', ').replace(/(?<![A-Za-z])-|-(?![A-Za-z])/g, ' ')

const spoken: Rule = text => text.replace(/[^A-Za-z' .,?!;:-]/g, ' ')

/** Of several marks together the strongest is heard. */
const marks: Rule = text =>
  text
    .replace(/ +/g, ' ')
    .replace(/ ?[.,?!;:](?: ?[.,?!;:])*/g, run => [...'?!.;:,'].find(mark => run.includes(mark)) ?? '')
    .replace(/(?<=[.,?!;:])(?=[A-Za-z'])/g, ' ')

const edges: Rule = text =>
  text
    .replace(/^[ .,?!;:-]+/, '')
    .replace(/[ ,;:-]+$/, '')
    .trim()

/** Quotes go, brackets and dashes become commas, and nothing is left that a voice would name. */
export const punctuation = inOrder(ellipses, quotes, brackets, dashes, spoken, marks, edges)
