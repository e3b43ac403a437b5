import { subjectOf } from './find-speaker.ts'
import type { Piece } from './find-speech.ts'
import { distinctSpeakers, isSameSpeaker } from './speaker-key.ts'

const speakersIn = (paragraphs: readonly (readonly Piece[])[]): string[] =>
  distinctSpeakers(paragraphs.flatMap(pieces => pieces.flatMap(({ speaker }) => speaker ?? [])))

const given = (pieces: readonly Piece[], speaker: string): Piece[] =>
  pieces.map(piece => (piece.said === null ? piece : { ...piece, speaker }))

/** "Tam wiped his hands. “It is afraid,” he said." */
function fromSubject(pieces: readonly Piece[], known: readonly string[]): string | undefined {
  const [first, second] = pieces
  if (first === undefined || first.said !== null || second === undefined) return undefined
  const subject = subjectOf(first.text)
  return subject === null ? undefined : known.find(each => isSameSpeaker(each, subject))
}

/**
 * Who says the quotations of a scene of which nothing is told beside them: the one of whom the sentence before them
 * tells, and where two people talk with each other, the one who did not speak last. `known`: who speaks in the text.
 */
export function inferSpeakers(scene: readonly (readonly Piece[])[], known: readonly string[]): Piece[][] {
  const told = scene.map(pieces => {
    const isOpen = pieces.some(({ said }) => said !== null) && pieces.every(({ speaker }) => speaker === null)
    const speaker = isOpen ? fromSubject(pieces, known) : undefined
    return speaker === undefined ? [...pieces] : given(pieces, speaker)
  })
  const present = speakersIn(told)
  const done: Piece[][] = []
  for (const pieces of told) {
    const before = done.at(-1)?.findLast(({ said }) => said !== null)?.speaker ?? null
    const isBare = pieces.length === 1 && pieces[0]?.said !== null && pieces[0]?.speaker === null
    const other = present.find(each => before !== null && !isSameSpeaker(each, before))
    const answers = isBare && before !== null && present.length === 2 && other !== undefined
    done.push(answers ? given(pieces, other) : pieces)
  }
  return done
}
