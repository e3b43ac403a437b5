import type { Evidence } from '../evidence.ts'
import type { TurnFault } from '../fault.ts'
import { readStatement, type Statement } from '../read-statement.ts'
import type { Reading } from '../reading.ts'
import { foldText } from '../text/plain.ts'
import { STOCK_PHRASES, STOCK_REACTIONS } from './stock-phrases.ts'

const LEAST_STEMS = 2

/** The items say it themselves, or speak of what it names: "deep dive" of a submarine. */
function isOfTheSource(phrase: RegExp, found: string, cited: readonly Evidence[]): boolean {
  const stems = [...readStatement(found).stems]
  return cited.some(
    each =>
      phrase.test(foldText(each.text)) ||
      (stems.length >= LEAST_STEMS && stems.every(stem => each.stems.has(stem)))
  )
}

function phraseFaults({ text }: Statement, cited: readonly Evidence[]): TurnFault[] {
  const folded = foldText(text)
  const reaction = STOCK_REACTIONS.some(pattern => pattern.test(folded)) ? [text] : []
  const phrases = STOCK_PHRASES.flatMap(phrase => {
    const found = phrase.exec(folded)?.[0]
    return found === undefined || isOfTheSource(phrase, found, cited) ? [] : [found]
  })
  return [...reaction, ...phrases].map(found => ({
    kind: 'stock-phrase',
    text: found,
    message: `"${found}" is a stock phrase; say what is particular to this story, or leave it out`
  }))
}

/** Phrases that could stand in any script: "let's dive in", "Exactly!", "only time will tell". */
export const checkStockPhrases = ({ sentences, cited }: Reading): TurnFault[] =>
  sentences.flatMap(said => phraseFaults(said, cited))
