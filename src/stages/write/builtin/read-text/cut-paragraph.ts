import { splitSentences } from '../../../../domain/sentences.ts'
import { countWords } from '../../../../domain/text.ts'

/** Groups pieces, in order, so that none has more words than `most`, all about equally long. */
function grouped(pieces: readonly string[], most: number): string[] {
  const total = pieces.reduce((sum, piece) => sum + countWords(piece), 0)
  const wished = total / Math.ceil(total / most)
  const groups: string[] = []
  let [open, words] = ['', 0]
  for (const piece of pieces) {
    const more = countWords(piece)
    if (words > 0 && (words + more > most || words >= wished)) {
      groups.push(open)
      ;[open, words] = ['', 0]
    }
    open = open === '' ? piece : `${open} ${piece}`
    words += more
  }
  return open === '' ? groups : [...groups, open]
}

/** A sentence that is too long for one breath: at its commas, or, where it has too few, at any word. */
function cutSentence(sentence: string, most: number): string[] {
  if (countWords(sentence) <= most) return [sentence]
  const clauses = sentence.split(/(?<=[,;:—–]) +/).flatMap(clause => {
    if (countWords(clause) <= most) return [clause]
    return grouped(clause.split(' '), most)
  })
  return grouped(clauses, most)
}

/** A paragraph as pieces of at most so many words, cut where a sentence ends. */
export const cutParagraph = (paragraph: string, most: number): string[] =>
  countWords(paragraph) <= most
    ? [paragraph]
    : grouped(
        splitSentences(paragraph).flatMap(sentence => cutSentence(sentence, most)),
        most
      )
