import type { Ports } from '../../compose.ts'
import type { Settings } from '../../config/load-settings.ts'
import { EXIT, UsageError, type ExitCode } from '../exit.ts'
import type { Source } from '../feeds-files.ts'
import { configuredSource, listSources } from '../feeds-sources.ts'
import { FEEDS_HEADER, feedRow, feedsSummary, type FeedCheck } from '../feeds-table.ts'
import { inOrder } from '../in-order.ts'
import { log, printJson } from '../log.ts'

/** How many feeds of the web are asked at once; the fetcher asks one host for one at a time. */
const LANES = 8

/** Reads feeds as an episode would, and prints a line for each: all of the configuration, or those that are named. */
export async function feedsCheck(
  named: readonly string[],
  { ports, settings, json }: { ports: Ports; settings: Settings; json: boolean }
): Promise<ExitCode> {
  const view = createView(json)
  await inOrder(sourcesOf(named, ports, settings), LANES, checker(ports), view.tell)
  view.end()
  return view.counts.failed === 0 ? EXIT.done : EXIT.failed
}

function sourcesOf(named: readonly string[], ports: Ports, settings: Settings): AsyncGenerator<Source> {
  const access = { fetcher: ports.fetcher, allowPrivateAddresses: settings.allowPrivateAddresses }
  if (named.length > 0) return listSources(named, access)
  const urls = new Set(settings.shows.flatMap(({ feeds }) => feeds.map(({ url }) => url)))
  if (urls.size === 0)
    throw new UsageError('no show has feeds; name an address, a file or a folder: duologue feeds check URL')
  return (async function* () {
    for (const url of urls) yield configuredSource(url, access)
  })()
}

/** Files are brought one at a time, so that no more than one is in memory. */
function checker(ports: Ports): (source: Source) => Promise<FeedCheck> {
  let files: Promise<unknown> = Promise.resolve()
  const check = ({ name, bring }: Source) => ports.checkFeed(name, bring)
  return source => {
    if (source.isWeb) return check(source)
    const checked = files.then(() => check(source))
    files = checked
    return checked
  }
}

function createView(json: boolean) {
  const counts = { ok: 0, empty: 0, failed: 0 }
  const showsCount = process.stderr.isTTY === true && process.stdout.isTTY !== true
  const progress = (text: string): void => {
    if (showsCount) process.stderr.write(`\r\u001b[K${text}`)
  }
  if (!json) process.stdout.write(`${FEEDS_HEADER}\n`)
  return {
    counts,
    tell(check: FeedCheck): void {
      counts[check.status]++
      if (json) printJson(check)
      else process.stdout.write(`${feedRow(check)}\n`)
      progress(feedsSummary(counts))
    },
    end(): void {
      progress('')
      log(feedsSummary(counts))
    }
  }
}
