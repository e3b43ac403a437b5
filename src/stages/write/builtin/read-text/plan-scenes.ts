import { findSpeech, type Piece } from './find-speech.ts'
import { inferSpeakers } from './infer-speakers.ts'
import type { TextChapter } from './plan-chapters.ts'
import { distinctSpeakers } from './speaker-key.ts'

/** A paragraph as what is told and said, or a silence. */
export type Beat =
  { kind: 'paragraph'; pieces: Piece[] } | { kind: 'break' } | { kind: 'pause'; seconds: number | null }

export interface PlannedText {
  /** The beats of each chapter. */
  chapters: Beat[][]
  /** Who speaks, in the order in which they are first heard. */
  speakers: string[]
}

const piecesOf = (beats: readonly Beat[]): Piece[][] =>
  beats.flatMap(beat => (beat.kind === 'paragraph' ? [beat.pieces] : []))

/** Each scene ends with its break. */
function scenesOf(beats: readonly Beat[]): Beat[][] {
  const ends = beats.flatMap(({ kind }, at) => (kind === 'break' ? at + 1 : []))
  return [0, ...ends].map((from, at) => beats.slice(from, ends[at]))
}

function inferScene(scene: readonly Beat[], known: readonly string[]): Beat[] {
  const inferred = inferSpeakers(piecesOf(scene), known)
  let next = 0
  return scene.map(beat =>
    beat.kind === 'paragraph' ? { ...beat, pieces: inferred[next++] ?? beat.pieces } : beat
  )
}

/** Who says what in a text; where nobody is to be cast, all of it is told. */
export function planScenes(chapters: readonly TextChapter[], casts: boolean): PlannedText {
  const read = (text: string): Piece[] => (casts ? findSpeech(text) : [{ text, said: null, speaker: null }])
  const told = chapters.map(({ blocks }) =>
    blocks.map((block): Beat =>
      block.kind === 'paragraph' ? { kind: 'paragraph', pieces: read(block.text) } : block
    )
  )
  const speakers = distinctSpeakers(
    piecesOf(told.flat()).flatMap(pieces => pieces.flatMap(each => each.speaker ?? []))
  )
  return {
    speakers,
    chapters: told.map(beats => scenesOf(beats).flatMap(scene => inferScene(scene, speakers)))
  }
}
