import type { Item } from '../../src/domain/feed.ts'
import { FAULT_KINDS, type FaultKind } from '../../src/stages/write/check/fault.ts'
import type { EarlierEpisode } from '../../src/stages/write/memory/earlier-episode.ts'

/** What a planted error changes besides the words. */
export interface TurnChange {
  host?: string
  items?: string
  budget?: number
}

export interface LabelledTurn {
  text: string
  /** Key of its story; null in opening and close. */
  story: string | null
  /** The kind of the one error in it; null in a true turn. */
  planted: FaultKind | null
  change: TurnChange
  line: number
}

export interface LabelledStory {
  key: string
  /** Beginnings of titles in the sample feeds. */
  samples: string[]
  items: Item[]
}

export interface LabelledSet {
  name: 'tuned' | 'held-out'
  date: string
  prompts: string[]
  earlier: string[]
  /** What earlier episodes told, newest first. */
  told: EarlierEpisode[]
  stories: LabelledStory[]
  turns: LabelledTurn[]
}

const fail = (line: number, what: string): never => {
  throw new Error(`line ${line + 1} of the labelled set: ${what}`)
}

function parseKind(text: string, line: number): FaultKind {
  const kind = FAULT_KINDS.find(each => each === text)
  return kind ?? fail(line, `"${text}" is no kind of fault; the kinds are ${FAULT_KINDS.join(', ')}`)
}

function parseChange(from: string): TurnChange {
  const [, name = '', value = ''] = /^@(\w+): (.+)$/.exec(from) ?? []
  if (name === 'host') return { host: value }
  if (name === 'items') return { items: value }
  return name === 'budget' ? { budget: Number(value) } : {}
}

function changedText(text: string, from: string, to: string, line: number): string {
  if (from === '$') return `${text.trimEnd()} ${to.trim()}`
  if (from === '^') return `${to.trim()} ${text}`
  if (from.startsWith('@')) return text
  const changed = text.replace(from, () => to)
  return changed === text ? fail(line, `"${from}" does not stand in "${text}"`) : changed
}

function parseItem(text: string): Item {
  const [id = '', outlet = '', publishedAt = '', title = ''] = text.split(' | ')
  const base = { feedId: 'labelled', url: null, topics: [], substance: 'headline' as const }
  return { ...base, id, outlet, publishedAt, title, text: '' }
}

/** An earlier episode of one story: `episode | date | title | what was said`. */
function parseEpisode(text: string): EarlierEpisode {
  const [episode = '', date = '', title = '', line = ''] = text.split(' | ')
  const story = { id: `told-${episode}`, title, itemIds: [], lines: [line] }
  return { episode, date, title, stories: [story], lines: [line] }
}

class Parser {
  readonly set: LabelledSet = {
    name: 'tuned',
    date: '',
    prompts: [],
    earlier: [],
    told: [],
    stories: [],
    turns: []
  }
  private story: LabelledStory | null = null
  private truth = ''

  private readonly fields: Record<string, (value: string) => void> = {
    set: value => (this.set.name = value === 'held-out' ? 'held-out' : 'tuned'),
    date: value => (this.set.date = value),
    prompt: value => this.set.prompts.push(value),
    earlier: value => this.set.earlier.push(value),
    told: value => this.set.told.push(parseEpisode(value)),
    samples: value => this.story?.samples.push(...value.split(' | ')),
    story: key => {
      this.story = { key, samples: [], items: [] }
      this.set.stories.push(this.story)
    },
    opening: () => (this.story = null)
  }

  private addTurn(text: string, planted: FaultKind | null, change: TurnChange, line: number): void {
    this.set.turns.push({ text, story: this.story?.key ?? null, planted, change, line: line + 1 })
  }

  private plant(rest: string, line: number): void {
    const [kind = '', from = '', to = ''] = rest.split(' | ')
    const text = changedText(this.truth, from, to, line)
    this.addTurn(text, parseKind(kind, line), parseChange(from), line)
  }

  private readBody(text: string, line: number): void {
    const item = this.story?.items.at(-1) ?? fail(line, `"${text}" belongs to no item`)
    item.text = item.text === '' ? text : `${item.text}\n\n${text}`
    item.substance = 'full'
  }

  read(text: string, line: number): void {
    const [mark = '', rest = ''] = [text.slice(0, 2), text.slice(2)]
    const [, name = '', value = ''] = /^([a-z]+):\s?(.*)$/.exec(text) ?? []
    if (text.trim() === '') return
    if (mark === '+ ') {
      this.truth = rest.trim()
      this.addTurn(this.truth, null, {}, line)
    } else if (mark === '- ') this.plant(rest, line)
    else if (mark === '= ') {
      const [kind = '', whole = ''] = rest.split(' | ')
      this.addTurn(whole, parseKind(kind, line), {}, line)
    } else if (mark === '@ ') this.story?.items.push(parseItem(rest))
    else if (this.fields[name] !== undefined) this.fields[name]?.(value)
    else this.readBody(text, line)
  }
}

/**
 * Reads a labelled set. `+` is a true turn; `- kind | from | to` the same with one planted error (`^` before it, `$` after
 * it, `@host: X` other than words); `= kind | text` a turn of its own; `@ id | outlet | date | title` an item, its text below;
 * `told: episode | date | title | line` what an earlier episode told.
 */
export function parseLabelledSet(text: string): LabelledSet {
  const parser = new Parser()
  text.split('\n').forEach((line, at) => parser.read(line, at))
  return parser.set
}
