import type { Ports } from '../../compose.ts'
import { addFeeds } from '../../config/add-feeds.ts'
import type { Settings } from '../../config/load-settings.ts'
import { planFeeds } from '../../config/plan-feeds.ts'
import { chooseShowWithFeeds } from '../choose-show.ts'
import { shownUrl } from '../../domain/shown-url.ts'
import { EXIT, type ExitCode } from '../exit.ts'
import { describeImport } from '../feeds-import-report.ts'
import { fileSource } from '../feeds-files.ts'
import { isWebAddress, webSource } from '../feeds-sources.ts'
import { printJson } from '../log.ts'

export interface FeedsImportOptions {
  show?: string
  dryRun?: boolean
  json?: boolean
}

/** Adds the feeds of a list (OPML) to a show of duologue.yaml, and says what became of each. */
export async function feedsImport(
  list: string,
  { show: id, dryRun = false, json = false }: FeedsImportOptions,
  { ports, settings }: { ports: Ports; settings: Settings }
): Promise<ExitCode> {
  const show = chooseShowWithFeeds(settings.shows, id)
  const listed = await readList(list, ports, settings)
  const plan = planFeeds(listed, show.feeds)
  await addFeeds(settings.configFile, show.id, plan.added, { dryRun })
  const file = settings.configFile
  if (json) printJson({ show: show.id, file, dryRun, found: listed.length, ...plan })
  else process.stdout.write(`${describeImport(show.id, plan, dryRun)}\n`)
  return EXIT.done
}

type Listed = Awaited<ReturnType<Ports['opml']['read']>>

async function readList(list: string, ports: Ports, settings: Settings): Promise<Listed> {
  const access = { fetcher: ports.fetcher, allowPrivateAddresses: settings.allowPrivateAddresses }
  const source = isWebAddress(list) ? webSource(list, access) : fileSource(list)
  try {
    const { bytes, contentType } = await source.bring()
    return await ports.opml.read(bytes, contentType)
  } catch (error) {
    const wrong = error instanceof Error ? error.message : String(error)
    const named = shownUrl(list)
    throw new Error(wrong.startsWith(named) ? wrong : `${named}: ${wrong}`, { cause: error })
  }
}
