/** From what an episode is made. */
export const SOURCE_KINDS = ['feeds', 'text', 'topic'] as const
export type SourceKind = (typeof SOURCE_KINDS)[number]

interface Needs {
  hosts: { least: number; most: number }
  sources: readonly SourceKind[]
}

/** What each format can be made of, and by how many hosts. */
export const FORMAT_NEEDS = {
  brief: { hosts: { least: 1, most: 4 }, sources: ['feeds'] },
  conversation: { hosts: { least: 2, most: 4 }, sources: ['feeds'] },
  debate: { hosts: { least: 2, most: 4 }, sources: ['feeds'] },
  interview: { hosts: { least: 2, most: 2 }, sources: ['feeds'] },
  narration: { hosts: { least: 1, most: 1 }, sources: ['feeds', 'text'] },
  story: { hosts: { least: 1, most: 4 }, sources: ['text', 'topic'] },
  meditation: { hosts: { least: 1, most: 1 }, sources: ['text', 'topic'] }
} as const satisfies Record<string, Needs>

export type FormatName = keyof typeof FORMAT_NEEDS
const NAMES = Object.keys(FORMAT_NEEDS) as FormatName[]
const needsOf = (format: FormatName): Needs => FORMAT_NEEDS[format]

export interface Sources {
  feeds?: readonly unknown[]
  text?: string
  topic?: string
}

/** Those of the sources that are there: it should be exactly one. */
export const sourcesIn = (show: Sources): SourceKind[] =>
  SOURCE_KINDS.filter(kind => (kind === 'feeds' ? (show.feeds?.length ?? 0) > 0 : show[kind] !== undefined))

/** From what the episodes of a show are made. */
export const sourceOf = (show: Sources): SourceKind => sourcesIn(show)[0] ?? 'feeds'

const listed = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`

const hostsOf = ({ least, most }: Needs['hosts']): string =>
  `${least === most ? least : `${least} to ${most}`} ${most === 1 ? 'host' : 'hosts'}`

/** Why a format cannot be told by so many hosts, and what would be right; null where it can. */
export function faultOfHosts(format: FormatName, count: number, source: SourceKind): string | null {
  const fits = (name: FormatName): boolean =>
    count >= needsOf(name).hosts.least && count <= needsOf(name).hosts.most
  if (fits(format)) return null
  const others = NAMES.filter(name => fits(name) && needsOf(name).sources.includes(source))
  return `the format ${format} is for ${hostsOf(needsOf(format).hosts)}, and there ${count === 1 ? 'is 1' : `are ${count}`}; give as many, or use format: ${listed(others)}`
}

/** Why a format cannot be made of a source, and what would be right; null where it can. */
export function faultOfSource(format: FormatName, source: SourceKind): string | null {
  const { sources } = needsOf(format)
  if (sources.includes(source)) return null
  const others = NAMES.filter(name => needsOf(name).sources.includes(source))
  const made = (kind: SourceKind): string => (kind === 'feeds' ? kind : `a ${kind}`)
  return `the format ${format} is made of ${listed(sources.map(made))}, not of ${made(source)}; give that, or use format: ${listed(others)}`
}

/** Has it the minutes that were asked for? A text takes the time that it takes. */
export const keepsMinutes = (show: Sources): boolean => sourceOf(show) !== 'text'

/** May turns at the ends of its stories be left out, or added? */
export const hasSpareTurns = (show: Sources): boolean => sourceOf(show) === 'feeds'
