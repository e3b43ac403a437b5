import { cardinal, nameNumber } from './number-words.ts'
import { inOrder } from './patterns.ts'
import type { Rule } from './patterns.ts'

const sayModel = (digits: string): string =>
  /^[1-9]00$/.test(digits) ? cardinal(Number(digits)) : nameNumber(digits)

const JET =
  '(?:-\\d{1,3}(?:ER|LR)?|X| ?(?:MAX|Max|Dreamliners?|jets?|jetliners?|planes?|aircraft|freighters?))'
/** 401(k), 501(c)(3) */
const statutes: Rule = text =>
  text.replace(
    /(?<![\w.,$£€])(40[13]|501)(?:\(([a-z])\)(?:\((\d)\))?|(k)\b)/g,
    (_, digits: string, ...[letter, part, k]: (string | undefined)[]) =>
      [
        nameNumber(digits),
        (letter ?? k ?? '').toUpperCase(),
        ...(part === undefined ? [] : [cardinal(Number(part))])
      ].join(' ')
  )

/** 787-9, 737 MAX */
const jets: Rule = text =>
  text.replace(
    new RegExp(String.raw`(?<![\w$£€.,-])(7[0-8]7)(?=${JET}\b)-?(\d{1,3})?`, 'g'),
    (_, make: string, variant?: string) =>
      [sayModel(make), ...(variant === undefined ? [] : [sayModel(variant)])].join(' ') + ' '
  )

const named: Rule = text =>
  text.replace(
    /\b((?:Boeing|Airbus|[Ff]light|Route|Interstate|Highway|Room|Nikkei|RTX|GTX|Area|Formula|Xbox|[Bb]ooster) )(\d{3,4})(?![\d,.]\d)(-\d{1,3}\b)?/g,
    (_, name: string, digits: string, variant?: string) => {
      const said = sayModel(digits)
      return name + said + (variant === undefined ? '' : ` ${sayModel(variant.slice(1))}`)
    }
  )

/** Numbers that name a make: "Boeing 737-800" → "Boeing seven thirty-seven eight hundred". */
export const models = inOrder(statutes, named, jets)
