import { IRREGULAR } from '../text/word-forms.ts'

const PLURALS =
  /(?:ren|men|people|teeth|feet|mice|lives|halves|leaves|wolves|shelves|ses|ria|ia|ta|th|al|ty|ful|ly)$/

/** Does the folded word look like a verb in the past? */
export const isPast = (word: string): boolean =>
  /[^e]ed$/.test(word) || (IRREGULAR.has(word) && !PLURALS.test(word))
