/** Lines of whole words, line by line at most `widths[n]` characters; a word that is longer has its line to itself. `taken` is how many words found room. */
export function wrapWords(words: string[], widths: number[]): { lines: string[]; taken: number } {
  const lines: string[] = []
  let taken = 0
  for (const width of widths) {
    let line = words[taken]
    if (line === undefined) break
    taken += 1
    for (let word = words[taken]; word !== undefined; word = words[taken]) {
      if (line.length + 1 + word.length > width) break
      line += ` ${word}`
      taken += 1
    }
    lines.push(line)
  }
  return { lines, taken }
}
