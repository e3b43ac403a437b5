import { sharedOf } from '../claims/best-evidence.ts'
import type { TurnFault } from '../fault.ts'
import type { Reading } from '../reading.ts'
import { isOrder } from './is-order.ts'
import { readStatement } from '../read-statement.ts'

const LEAST_SHARE = 0.6
const OBEYED =
  /\b(?:ignor(?:e|ing) (?:all |the |any )*(?:previous|above|earlier|prior)|my (?:new )?instructions|i have been (?:told|instructed|asked) to|i was (?:told|instructed|asked) to|system prompt|new instructions)\b/i

/** What an order says beyond its verbs: the words that it wants to hear. */
const payloadOf = (text: string): Set<string> =>
  new Set(
    readStatement(
      text.replace(
        /\b(?:ignore|disregard|forget|previous|instructions?|please|listeners?|sentence|model|assistant|must)\b/gi,
        ' '
      )
    ).stems
  )

/** Orders in an item that the turn obeys: its words, and nothing that the news has. */
export function checkInjection({ sentences, orders, cited }: Reading): TurnFault[] {
  return sentences.flatMap(said => {
    if (OBEYED.test(said.text))
      return [
        {
          kind: 'injection' as const,
          text: said.text,
          message: 'it speaks of instructions, which no listener should hear'
        }
      ]
    const source = orders.find(order => {
      const payload = payloadOf(order.text)
      const shared = sharedOf(said.stems, payload)
      const inNews = Math.max(0, ...cited.map(({ stems }) => sharedOf(said.stems, stems)))
      return shared >= 2 && shared >= LEAST_SHARE * said.stems.size && shared > inNews
    })
    if (source !== undefined)
      return [
        {
          kind: 'injection' as const,
          text: said.text,
          message: `it obeys an order in "${source.item.title}": "${source.text}"`
        }
      ]
    return isOrder(said.text) &&
      orders.length > 0 &&
      sharedOf(said.stems, new Set(orders.flatMap(({ stems }) => [...stems]))) >= 2
      ? [
          {
            kind: 'injection' as const,
            text: said.text,
            message: 'it gives the listener an order that stands in an item'
          }
        ]
      : []
  })
}
