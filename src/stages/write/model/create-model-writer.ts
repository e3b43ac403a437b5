import { sourceOf } from '../../../domain/format-needs.ts'
import { dayOf, spokenDay } from '../builtin/language/calendar.ts'
import { formatNamed, formatWithoutModel } from '../formats/formats.ts'
import type { Assignment, Writer, Writing } from '../ports.ts'
import { giveBackWhatFails } from './give-back.ts'
import { createLedger } from './ledger.ts'
import { numberTurns } from './number-turns.ts'
import { promptTexts, type PromptBook } from './prompt-book.ts'
import type { Seat } from './player.ts'
import { createRoute } from './route.ts'
import { planLineUp, type LineUp } from './steps/line-up.ts'
import type { Studio } from './studio.ts'
import { writeFiction } from './write-fiction.ts'
import { toldIn, writeSections, type Section } from './write-sections.ts'

export interface ModelWriterParts {
  /** In the order in which they are asked. */
  seats: readonly Seat[]
  book: PromptBook
  /** Tells what no model tells well enough. */
  builtin: Writer
}

/**
 * Writes with language models: each step is asked of the first that answers it well, each turn is held against its
 * sources, and the built-in writer stands in for what is left.
 */
export function createModelWriter({ seats, book, builtin }: ModelWriterParts): Writer {
  return {
    name: seats.map(({ wish, name }) => name ?? wish.model).join(', '),
    async write(assignment, { signal = new AbortController().signal, onSettled } = {}): Promise<Writing> {
      const studio = openStudio(assignment, seats, book, signal)
      if (sourceOf(assignment.show) === 'text') return builtin.write(assignment, { signal })
      if (sourceOf(assignment.show) === 'topic') {
        const { draft, sections } = await writeFiction(studio)
        return { ...draft, ...signedBy(sections, studio, builtin.name) }
      }
      const plain = forBuiltin(assignment)
      const first = await builtin.write(plain, { signal })
      const stories = toldIn(first, assignment.rundown).map(({ story }) => story)
      const lineUp = await planLineUp(studio, stories)
      const isSame = lineUp.stories.every(({ id }, at) => id === stories[at]?.id)
      const base = isSame ? first : await builtin.write(inOrder(plain, lineUp), { signal })
      const written = await writeSections(studio, base, lineUp, sections =>
        onSettled?.(numberTurns(sections))
      )
      const sections = giveBackWhatFails(studio, base, written)
      return { ...base, turns: numberTurns(sections), ...signedBy(sections, studio, builtin.name) }
    }
  }
}

/** Who wrote it, and the account of how. */
function signedBy(
  sections: readonly Section[],
  { ledger, book }: Studio,
  builtin: string
): Pick<Writing, 'writer' | 'account'> {
  const writers = [...new Set(sections.flatMap(({ by }) => by ?? []))]
  return {
    writer: writers.length === 0 ? builtin : writers.join(', '),
    account: {
      ...ledger.account(),
      segments: sections.map(({ segment, by }) => ({ title: segment.title, by: by ?? builtin })),
      prompts: promptHashes(book)
    }
  }
}

function openStudio(
  assignment: Assignment,
  seats: readonly Seat[],
  book: PromptBook,
  signal: AbortSignal
): Studio {
  const { show, rundown, earlier = [] } = assignment
  const format = formatNamed(show.format)
  const ledger = createLedger()
  const day = dayOf(rundown.date)
  return {
    assignment,
    format,
    book,
    ledger,
    route: createRoute(seats, ledger, signal),
    checks: {
      rundown,
      show,
      date: rundown.date,
      prompts: [
        ...promptTexts(book),
        ...format.rules,
        ...format.roles,
        ...format.sample.map(({ text }) => text),
        ...show.hosts.flatMap(({ character }) => character ?? [])
      ],
      earlierEpisodes: earlier.map(({ lines }) => lines.join('\n')),
      earlierTold: earlier,
      factual: format.factual
    },
    today: day === null ? rundown.date : spokenDay(day)
  }
}

/** The assignment as the built-in writer can meet it: a debate is told as a conversation. */
function forBuiltin(assignment: Assignment): Assignment {
  const format = formatWithoutModel(assignment.show) ?? assignment.show.format
  return { ...assignment, show: { ...assignment.show, format } }
}

function inOrder(assignment: Assignment, { stories }: LineUp): Assignment {
  const { rundown } = assignment
  const rest = rundown.stories.filter(story => !stories.includes(story))
  return { ...assignment, rundown: { ...rundown, stories: [...stories, ...rest] } }
}

const promptHashes = (book: PromptBook) =>
  Object.fromEntries(Object.entries(book).map(([step, { version, sha256 }]) => [step, { version, sha256 }]))
