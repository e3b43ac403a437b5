import { StageError } from '../../../domain/stage-error.ts'
import type { Segment } from '../../../domain/script.ts'
import { createPhraseBook } from '../builtin/arrange/phrase-book.ts'
import { frameText } from '../builtin/read-text/frame-text.ts'
import { isReadFormat } from '../builtin/read-text/reading.ts'
import type { ScriptDraft } from '../ports.ts'
import { toChecked } from './check-proposal.ts'
import { numberTurns } from './number-turns.ts'
import type { Studio } from './studio.ts'
import { writePart } from './write-part.ts'
import type { Section } from './write-sections.ts'

const WORDS_PER_PART = 220
const FRAME_WORDS = 40
const COMMON_PACE = 150

/** Words that the minutes hold, without the silences that the format asks for. */
function wordsOf({ assignment, format }: Studio): number {
  const { show, wordsPerMinute, soundSeconds = 0 } = assignment
  const paces = show.hosts.map(({ name }) => wordsPerMinute[name] ?? COMMON_PACE)
  const pace = paces.reduce((sum, each) => sum + each, 0) / paces.length
  const seconds = show.minutes * 60 - soundSeconds
  const wordsPerTurn = (format.turnWords.least + format.turnWords.most) / 2
  const secondsPerWord = 60 / pace + (format.pauseSeconds ?? 0) / wordsPerTurn
  return Math.max(60, Math.round(seconds / secondsPerWord) - FRAME_WORDS)
}

/** A story or a meditation on a topic, part by part: what is said is invented, and only its form is checked. Throws a StageError where no model writes it. */
export async function writeFiction(studio: Studio): Promise<{ draft: ScriptDraft; sections: Section[] }> {
  const { assignment, format } = studio
  const { show, rundown } = assignment
  const [story] = rundown.stories
  const item = story?.items[0]
  if (story === undefined || item === undefined || !isReadFormat(show.format))
    throw new StageError('write', `${show.id} has no topic to write about`, { retryable: false })
  const words = wordsOf(studio)
  const parts = Math.max(1, Math.round(words / WORDS_PER_PART))
  const told: Section[] = []
  for (let part = 1; part <= parts; part++) {
    const said = told.flatMap(({ turns }) =>
      turns.map((turn, at) => toChecked(turn, { story: story.id }, at))
    )
    const title = parts === 1 ? story.title : `Part ${part}`
    const segment: Segment = { id: `part-${part}`, kind: 'story', title, story: story.id }
    const written = await writePart(studio, {
      part,
      parts,
      words: words / parts,
      item: item.id,
      story: story.id,
      said
    })
    const turns = written.turns.map((turn, at) => ({
      ...turn,
      kind: at === 0 ? ('lead' as const) : ('detail' as const)
    }))
    told.push({ segment, by: written.by, turns })
  }
  const [narrator = ''] = show.hosts.map(({ name }) => name)
  const heard = show.hosts
    .map(({ name }) => name)
    .filter((name, at) => at === 0 || told.some(({ turns }) => turns.some(({ host }) => host === name)))
  const { welcome, close } = frameText(
    show,
    show.format,
    '',
    heard,
    createPhraseBook(`${show.id} ${rundown.date}`)
  )
  const framed = (kind: 'opening' | 'close', title: string, text: string): Section => ({
    segment: { id: kind, kind, title, story: null },
    by: null,
    turns: [{ host: narrator, text, items: [item.id], kind: kind === 'opening' ? 'welcome' : 'close' }]
  })
  const sections = [framed('opening', 'Welcome', welcome), ...told, framed('close', 'Goodbye', close)]
  const pauseMs = format.pauseSeconds === undefined ? undefined : format.pauseSeconds * 1000
  const [style] = format.pauseSeconds === undefined ? [] : format.styles
  return {
    sections,
    draft: {
      title: story.title,
      language: show.language,
      writer: 'builtin',
      segments: sections.map(({ segment }) => segment),
      turns: numberTurns(sections).map(turn => ({
        ...turn,
        ...(style === undefined ? {} : { style }),
        ...(pauseMs === undefined ? {} : { pauseMs })
      }))
    }
  }
}
