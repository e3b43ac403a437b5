import { FUNCTION_WORDS } from './word-lists.ts'

/** The subject with which a sentence begins, and what the sentence says of it. */
export interface SubjectPhrase {
  /** As it is said in mid-sentence: "the church", "the NextGen Acela", "Nvidia". */
  thing: string
  /** From the verb on. */
  rest: string
}

const NAME = "(?:\\p{Lu}[\\p{L}\\d’'/-]*|\\d[\\p{L}\\d./-]*)"
const VERB =
  '(?:is|was|weighs|weighed|stands|measures|reaches|has|had|can|will|says|said|wrote|writes|explained|argued|added|noted)'
const SUBJECT = new RegExp(
  `^((?:The )?${NAME}(?: ${NAME}){0,3}|The (?:\\p{Ll}[\\p{Ll}-]+ ){0,2}\\p{Ll}[\\p{Ll}-]+)(?:, [^,]{3,70},)? (?=${VERB} )`,
  'u'
)

/** Null where the sentence begins with something else than a name, or "the …", and its verb. */
export function subjectPhrase(sentence: string): SubjectPhrase | null {
  const [whole = '', subject = ''] = SUBJECT.exec(sentence) ?? []
  return subject === '' || FUNCTION_WORDS.has(subject.toLowerCase())
    ? null
    : { thing: subject.replace(/^The /, 'the '), rest: sentence.slice(whole.length) }
}
