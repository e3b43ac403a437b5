import { FUNCTION_WORDS } from './word-lists.ts'

const IS_A = /^((?:\p{Lu}[\p{L}\d’'/-]*)(?: \p{Lu}[\p{L}\d’'/-]*){0,3}) (?:is|was|are|were) (?:an? |one of )/u

/** The name of which a sentence says what it is: "LMArena is a website …"; null where it begins with none. */
export function definedName(sentence: string): string | null {
  const [, name = ''] = IS_A.exec(sentence) ?? []
  return name === '' || FUNCTION_WORDS.has(name.toLowerCase()) ? null : name
}
