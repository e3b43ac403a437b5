import { accentOf } from './accent.ts'
import { sayRuns } from './espeak.ts'
import { markSounds } from './mark-sounds.ts'
import { standInsOf, withNonsense, withSounds, type Sounds } from './sounds.ts'

/** A run of words and what it sounds like, or the marks between two. */
export type Part =
  | { readonly kind: 'words'; readonly text: string; readonly said: string }
  | { readonly kind: 'marks'; readonly text: string }

/** Marks, but for those inside a number: "3.5", "12:30", "1,000". */
const MARKS = /( ?(?:(?:[;!?—…"()]|(?!(?<=\d)[.,:]\d)[.,:]) ?)+)/

/** Words on either side of a stand-in are said on their own where espeak-ng swallowed it. */
async function sayAround(text: string, voice: string, sounds: Sounds): Promise<string> {
  const pieces = text.split(/([\u{f0000}-\u{ffffd}])/u)
  const said = await sayRuns(
    pieces.map((piece, i) => (i % 2 === 0 ? piece : '')),
    voice
  )
  return said.map((words, i) => (i % 2 === 0 ? words : sounds.of(pieces[i] ?? ''))).join(' ')
}

async function sayWords(runs: readonly string[], voice: string, sounds: Sounds): Promise<string[]> {
  const said = await sayRuns(
    runs.map(run => withNonsense(run, sounds)),
    voice
  )
  return Promise.all(
    runs.map((run, i) =>
      standInsOf(run).length === 0
        ? (said[i] ?? '')
        : (withSounds(said[i] ?? '', run, sounds) ?? sayAround(run, voice, sounds))
    )
  )
}

/** A text as runs of words, each with what espeak-ng says for it, and the marks between them. */
export async function sayParts(text: string, voice: string): Promise<Part[]> {
  const marked = markSounds(text, accentOf(voice))
  const pieces = marked.text.trim().split(MARKS)
  const said = await sayWords(
    pieces.filter((_, i) => i % 2 === 0),
    voice,
    marked.sounds
  )
  return pieces.map((piece, i) =>
    i % 2 === 0 ? { kind: 'words', text: piece, said: said[i / 2] ?? '' } : { kind: 'marks', text: piece }
  )
}
