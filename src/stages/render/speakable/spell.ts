/**
 * Letters as they are named: "GPU" → "G P U". A final A is tied to the letter before it ("D N-A"):
 * Flite 2 reads a lone A before a word as the article.
 */
export const spell = (letters: string): string =>
  [...letters.toUpperCase()].join(' ').replace(/(?<=[A-Z]) A$/, '-A')
