import { inOrder, replaceInContext, stopBefore } from './patterns.ts'
import { spell } from './spell.ts'

/** U.S., J.K., a.m., D.C. */
const dotted = replaceInContext(
  /\b(?:(?:[A-Z]\.){2,8}|[ap]\.m\.)(?:-(?=[A-Za-z]))?/g,
  ([match = ''], _, after) =>
    match.endsWith('-')
      ? `${spell(match.replace(/[.-]/g, ''))} `
      : spell(match.replaceAll('.', '')) + stopBefore(after)
)

/** The full stop of an initial: "J. K. Rowling", "George W. Bush". */
const singleLetters = replaceInContext(
  /(?<![\w'.])([A-Z])\.(?=\s|$|["')\],])/g,
  ([, letter = ''], _, after) => letter + stopBefore(after)
)

/** "Samuel A. Alito": a lone A would be read as the article. */
const middleA = replaceInContext(/(?<=[A-Z][a-z]{1,20}) A\.(?= [A-Z])/g, ([match = ''], _, after) =>
  stopBefore(after) === '' ? '-A' : match
)

/** Names shortened to their letters: "U.S." → "U S", "J. K. Rowling" → "J K Rowling". */
export const initials = inOrder(middleA, dotted, singleLetters)
