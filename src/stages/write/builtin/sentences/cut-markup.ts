/** What stands between these marks is no prose of the report: hidden, or written for a machine. */
const PAIRS = [
  /<!--[\s\S]{0,4000}?-->/g,
  /(?:<|&lt;)(\p{L}[\p{L}\d]{0,15})\b[^<>&]{0,200}(?:>|&gt;)[\s\S]{0,4000}?(?:<|&lt;)\/\1(?:>|&gt;)/gu,
  /\[(\p{Lu}{3,12})\][\s\S]{0,4000}?\[\/\1\]/gu,
  /<\|[\p{L}_]{1,20}\|>[\s\S]{0,4000}?<\|[\p{L}_]{1,20}\|>/gu,
  /!?\[[^[\]]{0,300}\]\([^()\s]{0,400}\)/g
]

/** A text without what is between marks of a page or of a machine; the sentences around it stay apart. */
export const cutMarkup = (text: string): string =>
  PAIRS.reduce((rest, pair) => rest.replace(pair, '\n\n'), text)
