import { resolve } from 'node:path'
import { writeFileWhole } from '../../config/write-file-whole.ts'
import type { Ports } from '../../compose.ts'
import type { Settings } from '../../config/load-settings.ts'
import type { FeedSource, Show } from '../../domain/show.ts'
import { EXIT, UsageError, type ExitCode } from '../exit.ts'
import { isWebAddress } from '../feeds-sources.ts'
import { log, printJson } from '../log.ts'

export interface FeedsExportOptions {
  out?: string
  json?: boolean
}

/** Writes the feeds of one show, or of all, as OPML 2.0. */
export async function feedsExport(
  id: string | undefined,
  { out, json = false }: FeedsExportOptions,
  { ports, settings }: { ports: Ports; settings: Settings }
): Promise<ExitCode> {
  const shows = showsOf(settings.shows, id)
  const groups = shows.map(show => ({ ...show, feeds: show.feeds.filter(isOnTheWeb) })).filter(hasFeeds)
  const leftOut = shows.flatMap(({ feeds }) => feeds.filter(feed => !isOnTheWeb(feed)).map(({ url }) => url))
  if (groups.length === 0) throw new UsageError('there is no feed of the web to export')
  const opml = await ports.opml.build(groups)
  const file = out === undefined ? null : await write(out, opml)
  if (file === null && !json) process.stdout.write(opml.endsWith('\n') ? opml : `${opml}\n`)
  const feeds = groups.flatMap(({ feeds }) => feeds)
  tellNotes(feeds, leftOut)
  if (file !== null) log(`${feeds.length} feeds of ${groups.map(({ id }) => id).join(', ')} are in ${file}`)
  if (json) {
    const facts = { file, shows: groups.map(({ id }) => id), feeds: feeds.length, leftOut }
    printJson(file === null ? { ...facts, opml } : facts)
  }
  return EXIT.done
}

const isOnTheWeb = ({ url }: FeedSource): boolean => isWebAddress(url)
const hasFeeds = ({ feeds }: Show): boolean => feeds.length > 0

function showsOf(shows: readonly Show[], id: string | undefined): readonly Show[] {
  if (id === undefined) return shows
  const show = shows.find(show => show.id === id)
  if (show !== undefined) return [show]
  const names = shows.map(({ id }) => id).join(', ')
  throw new UsageError(`there is no show "${id}" in the configuration; it has: ${names}`)
}

function tellNotes(feeds: readonly FeedSource[], leftOut: readonly string[]): void {
  for (const url of leftOut) log(`left out, being a file of this machine: ${url}`)
  const secret = feeds.filter(({ url }) => new URL(url).password !== '')
  for (const { url } of secret)
    log(`has a password in its address, which the list carries along: ${new URL(url).host}`)
}

async function write(out: string, text: string): Promise<string> {
  const file = resolve(out)
  await writeFileWhole(file, text.endsWith('\n') ? text : `${text}\n`).catch((cause: unknown) => {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new UsageError(`${file} cannot be written: ${why}; name another file with --out`, { cause })
  })
  return file
}
