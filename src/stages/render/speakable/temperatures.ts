import { amountWords } from './number-words.ts'
import { AMOUNT, inOrder } from './patterns.ts'
import type { Rule } from './patterns.ts'

const SCALES: Record<string, string> = { C: ' Celsius', F: ' Fahrenheit' }

function say(amount: string, scale = ''): string {
  return `${amountWords(amount)} ${/^-?1$/.test(amount) ? 'degree' : 'degrees'}${SCALES[scale] ?? ''}`
}

const withSign: Rule = text =>
  text
    .replace(/(?<=\d) ?° ?([CF])? ?- ?(?=\d)/g, '-')
    .replace(
      new RegExp(String.raw`(${AMOUNT}) ?° ?(?:([CF])(?![A-Za-z]))?`, 'g'),
      (_, amount: string, scale?: string) => `${say(amount, scale)} `
    )
    .replace(/(degrees?|Celsius|Fahrenheit) (?=[.,;:!?)\]'"-]|$)/g, '$1')

/** "25C" and "1.5C" as British papers print them; one bare digit ("4C") may be anything. */
const bare: Rule = text =>
  text.replace(
    new RegExp(
      String.raw`(?<!\b(?:[Gg]ate|[Ss]eat|[Rr]oom|[Ff]lat|[Uu]nit|[Tt]ype|[Aa]rticle|[Ss]ection) )(?<![A-Za-z\d])(?<!\d[.,])((?:(?<![\w)])-)?\d{1,3}(?:\.\d)?(?:-\d{1,3}(?:\.\d)?)?)([CF])(?![\w-])`,
      'g'
    ),
    (match: string, amount: string, scale: string) => (/^\d$/.test(amount) ? match : say(amount, scale))
  )

/** "25°C" → "twenty-five degrees Celsius". */
export const temperatures = inOrder(withSign, bare)
