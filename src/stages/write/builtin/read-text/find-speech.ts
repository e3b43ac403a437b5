import { speakerAfter, speakerBefore } from './find-speaker.ts'

/** A piece of a paragraph: told, or said by somebody. */
export interface Piece {
  /** As it stands, with its quotation marks. */
  text: string
  /** What is said, without the marks; null where it is told. */
  said: string | null
  /** As the text names who speaks. */
  speaker: string | null
}

const QUOTATION = /“([^“”]*)(?:”|$)|"([^"]*)(?:"|$)|«([^«»]*)(?:»|$)/g
/** A word in quotation marks is no speech. */
const ENDS_SPEECH = /[.,!?…—–-]$/

interface Quotation {
  start: number
  end: number
  said: string
}

const quotationsIn = (paragraph: string): Quotation[] =>
  [...paragraph.matchAll(QUOTATION)]
    .map(match => ({
      start: match.index,
      end: match.index + match[0].length,
      said: (match[1] ?? match[2] ?? match[3] ?? '').trim()
    }))
    .filter(({ said, end }) => ENDS_SPEECH.test(said) || /^,/.test(paragraph.slice(end)))

/** Who says each quotation of a paragraph: told next to it, or next to another of the same paragraph. */
function speakersOf(paragraph: string, quotations: readonly Quotation[]): (string | null)[] {
  const told = quotations.map(({ start, end, said }, at) => {
    const after = paragraph.slice(end, quotations[at + 1]?.start)
    const before = paragraph.slice(quotations[at - 1]?.end ?? 0, start)
    const goesOn = /[,!?…—–-]$/.test(said) || /^,/.test(after)
    return (goesOn ? speakerAfter(after) : null) ?? speakerBefore(before)
  })
  const known = [...new Set(told.filter(name => name !== null))]
  return told.map((name, at) => name ?? told.slice(0, at).findLast(each => each !== null) ?? known[0] ?? null)
}

/** A paragraph as what is told and what is said, in its order. */
export function findSpeech(paragraph: string): Piece[] {
  const quotations = quotationsIn(paragraph)
  const speakers = speakersOf(paragraph, quotations)
  const pieces: Piece[] = []
  let from = 0
  const tell = (to?: number): void => {
    const text = paragraph.slice(from, to).trim()
    if (/[\p{L}\p{N}]/u.test(text)) pieces.push({ text, said: null, speaker: null })
  }
  quotations.forEach(({ start, end, said }, at) => {
    tell(start)
    pieces.push({ text: paragraph.slice(start, end), said, speaker: speakers[at] ?? null })
    from = end
  })
  tell()
  return pieces
}
