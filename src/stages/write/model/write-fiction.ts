import { StageError } from '../../../domain/stage-error.ts'
import type { Segment } from '../../../domain/script.ts'
import { createPhraseBook } from '../builtin/arrange/phrase-book.ts'
import { frameText } from '../builtin/read-text/frame-text.ts'
import { isReadFormat } from '../builtin/read-text/reading.ts'
import type { CheckedTurn } from '../check/context.ts'
import type { ScriptDraft } from '../ports.ts'
import { harmlessLine } from './delimit-items.ts'
import { hostLines, ruleLines, sampleLines } from './host-lines.ts'
import { numberTurns } from './number-turns.ts'
import { placeTurns, toChecked } from './place-turns.ts'
import { fillPrompt } from './prompt-book.ts'
import { turnsFor } from './steps/dialogue.ts'
import { readTurns } from './steps/read-turns.ts'
import { styleOf, turnListSchema } from './steps/turn-schema.ts'
import { seedFor, type Proposal, type Studio } from './studio.ts'
import type { Section } from './write-sections.ts'

const WORDS_PER_PART = 220
const FRAME_WORDS = 40
const COMMON_PACE = 150
const MOST_SAID = 6

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
    const written = await writePart(
      studio,
      { part, parts, words: words / parts, item: item.id, story: story.id },
      said
    )
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

interface Part {
  part: number
  parts: number
  words: number
  item: string
  story: string
}

async function writePart(
  studio: Studio,
  { part, parts, words, item, story }: Part,
  said: readonly CheckedTurn[]
): Promise<{ turns: Proposal[]; by: string }> {
  const { assignment, book, format, route } = studio
  const { show, rundown } = assignment
  const hosts = show.hosts.map(({ name }) => name)
  const turns = turnsFor(words, format, hosts.length)
  const { system, task } = book.fiction
  const answer = await route.ask({
    step: 'dialogue',
    seed: seedFor(studio, `fiction ${part}`),
    question: reason => ({
      system,
      prompt: fillPrompt('fiction', task, {
        show: harmlessLine(show.title),
        hosts: hostLines(show, format),
        rules: ruleLines(format),
        sample: sampleLines(show, format.sample),
        subject: harmlessLine(rundown.stories[0]?.items[0]?.text ?? ''),
        part: String(part),
        parts: String(parts),
        said: saidSoFar(said),
        turns: String(turns),
        words: String(Math.round(words)),
        reason: reason === '' ? '' : `Your last answer could not be used. ${reason}`
      }),
      schema: {
        type: 'object',
        properties: { turns: turnListSchema(hosts, { styles: format.styles, most: turns + 4 }) },
        required: ['turns'],
        additionalProperties: false
      },
      mostTokens: 300 + Math.round(words * 2) + turns * 40
    }),
    read: text => readTurns(text, { hosts, words }, { mayBeAlone: true })
  })
  if (answer === null)
    throw new StageError(
      'write',
      `no model wrote part ${part} of ${parts} of ${show.id}, and the built-in writer invents nothing: ${JSON.stringify(studio.ledger.account().models).slice(0, 600)}`,
      { retryable: true }
    )
  const proposals = answer.value.map(({ speaker, text, style: name }): Proposal => {
    const style = styleOf(name, format.styles)
    return { host: speaker, text, items: [item], ...(style === undefined ? {} : { style }) }
  })
  const placed = await placeTurns(studio, proposals, {
    story,
    where: `part ${part}`,
    said,
    claims: [],
    replacement: () => null
  })
  if (placed.length === 0)
    throw new StageError(
      'write',
      `nothing that ${answer.by} wrote for part ${part} of ${show.id} could be said`,
      {
        retryable: true
      }
    )
  return { turns: placed.map(({ fate: _, ...turn }) => turn), by: answer.by }
}

function saidSoFar(said: readonly CheckedTurn[]): string {
  const last = said.slice(-MOST_SAID).map(({ host, text }) => `${host}: ${harmlessLine(text)}`)
  return last.length === 0 ? 'Begin.' : `Go on from here, and repeat nothing:\n${last.join('\n')}`
}
