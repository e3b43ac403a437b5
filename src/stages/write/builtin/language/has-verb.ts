import { IRREGULAR_VERBS } from './word-lists.ts'
import { tokensOf } from './words.ts'

const ENDS_LIKE_VERB = /^\p{Ll}{2,}(?:ed|ies|ises|izes|ects)$/u
/** "Sweden takes", "a watermark that marks", "it rarely rains" */
const SUBJECT_AND_VERB =
  /(?:\b\p{Lu}[\p{L}\d.-]*|\b(?:that|which|who|it|he|she)) (?:\p{Ll}+ly )?\p{Ll}{2,}[^s\P{Ll}]s\b/u

const isVerb = (word: string): boolean =>
  IRREGULAR_VERBS.has(word.toLowerCase().replace(/n['’]t$/, '')) || ENDS_LIKE_VERB.test(word)

/** Is there a word in the text that is most likely a finite verb? */
export const hasVerb = (text: string): boolean => SUBJECT_AND_VERB.test(text) || tokensOf(text).some(isVerb)
