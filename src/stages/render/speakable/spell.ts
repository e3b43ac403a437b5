/** Ties the letters of one name until all rules have been through; it is a blank in what is said. */
export const TIE = '\u203f'

/**
 * Letters as they are named: "GPU" → "G P U", tied. A final A is tied to the letter before it ("D N-A"):
 * Flite 2 reads a lone A before a word as the article.
 */
export const spell = (letters: string): string =>
  [...letters.toUpperCase()].join(TIE).replace(/(?<=[A-Z])\u203fA$/, '-A')
