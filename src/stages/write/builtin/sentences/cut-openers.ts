import { capitalised } from '../language/words.ts'

/** "LONDON (Reuters) — ", "SAN JOSE, Calif. – " */
const DATELINE = /^\p{Lu}{2}[\p{Lu}\p{L} .,'’-]{1,38}(?:\([^()]{1,30}\) ?)?(?:[—–]|--| - ) ?(?=\p{Lu})/u
/** "(Reuters) - ", "Ajman: " is left to the faults. */
const AGENCY = /^\([A-Z][\p{L} ]{1,20}\) ?[-—–]+ ?/u
const CONNECTIVE =
  /^(?:But|And|Meanwhile|However|Also|In addition|Additionally|Moreover|Furthermore|Plus),? +(?!to |if |then |even |of |with |so |yet |not )/
/** A gloss in figures or initials; the sentence is whole without it. */
const PARTY = / \((?:[RDI]|Rep\.|Dem\.|GOP)(?:-[\p{L}. ]{1,12})?\)|, [RDI]-\p{Lu}[\p{L}.]{1,7},?(?= )/gu
const GLOSS = / \((?:[A-Z][A-Za-z]{0,3}[A-Z]s?|(?:about |around |roughly )?[$£€]?\d[^()]{0,24})\)/g

/** "VELDEN (CP) — Lawmakers …" → "Lawmakers …" */
export const cutDateline = (sentence: string): string => sentence.replace(DATELINE, '').replace(AGENCY, '')

/** Cuts datelines, empty connectives at the start, and glosses in parentheses. */
export function cutOpeners(sentence: string): string {
  const body = cutDateline(sentence.replace(/, for (?:example|instance),/, ','))
    .replace(GLOSS, '')
    .replace(PARTY, '')
    .replace(/ (?=[.,;](?: |$))/g, '')
  return capitalised(body.replace(CONNECTIVE, ''))
}
