import { amountWords } from './number-words.ts'
import { AMOUNT, inOrder, modifiesNoun, replaceInContext } from './patterns.ts'
import type { Rule } from './patterns.ts'

const SCALES: Record<string, string> = { C: ' Celsius', F: ' Fahrenheit' }

function say(amount: string, scale = '', isOne = /^-?1$/.test(amount)): string {
  return `${amountWords(amount)} ${isOne ? 'degree' : 'degrees'}${SCALES[scale] ?? ''}`
}

const angles = replaceInContext(
  new RegExp(String.raw`(${AMOUNT}) ?°(?= [a-z])`, 'g'),
  ([match = '', amount = ''], before, after) => (modifiesNoun(before, after) ? say(amount, '', true) : match)
)

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
      String.raw`(?<![A-Z][a-z]{1,15} )(?<!\b(?:[Gg]ate|[Ss]eat|[Rr]oom|[Ff]lat|[Uu]nit|[Tt]ype|[Aa]rticle|[Ss]ection) )(?<![A-Za-z\d])(?<!\d[.,])((?:(?<![\w)])-)?\d{1,3}(?:\.\d)?(?:-\d{1,3}(?:\.\d)?)?)((?<=\d\d|-\d) )?([CF])(?![\w-]| [A-Z])`,
      'g'
    ),
    (match: string, amount: string, _gap: string | undefined, scale: string) =>
      /^\d$/.test(amount) ? match : say(amount, scale)
  )

/** "25°C" → "twenty-five degrees Celsius". */
export const temperatures = inOrder(angles, withSign, bare)
