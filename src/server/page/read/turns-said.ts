import type { Rundown } from '../../../domain/rundown.ts'
import type { Script, Turn } from '../../../domain/script.ts'
import type { SourceLink } from '../../../domain/episode.ts'
import { oneLine } from '../../../domain/text.ts'
import type { Sentence } from './episode-files.ts'

/** One host's uninterrupted sentences, and what they rest on. */
export interface SaidTurn {
  speaker: string
  sentences: Sentence[]
  sources: SourceLink[]
}

const textOf = (sentences: Sentence[]) => oneLine(sentences.map(({ body }) => body).join(' '))

/** How many of the sentences make up the turn; 0 where they do not begin with it. */
function lengthOf(turn: Turn, sentences: Sentence[]): number {
  const text = oneLine(turn.text)
  let length = 0
  while (sentences[length]?.speaker === turn.host && textOf(sentences.slice(0, length)).length < text.length)
    length += 1
  return textOf(sentences.slice(0, length)) === text ? length : 0
}

function bySpeaker(sentences: Sentence[]): SaidTurn[] {
  const turns: SaidTurn[] = []
  for (const sentence of sentences) {
    const last = turns.at(-1)
    if (last?.speaker === sentence.speaker) last.sentences.push(sentence)
    else turns.push({ speaker: sentence.speaker, sentences: [sentence], sources: [] })
  }
  return turns
}

/** The transcript as turns. From where the script says something else than was heard, no sources are given: they might be wrong. */
export function turnsSaid(sentences: Sentence[], script: Script | null, rundown: Rundown | null): SaidTurn[] {
  const items = new Map(rundown?.stories.flatMap(story => story.items).map(item => [item.id, item]))
  const turns: SaidTurn[] = []
  let said = 0
  for (const turn of script?.turns ?? []) {
    const length = lengthOf(turn, sentences.slice(said))
    if (length === 0) break
    turns.push({
      speaker: turn.host,
      sentences: sentences.slice(said, said + length),
      sources: [...new Set(turn.items)].flatMap(id => items.get(id) ?? [])
    })
    said += length
  }
  return [...turns, ...bySpeaker(sentences.slice(said))]
}
