import { loadLibrarySettings } from '../../config/load-settings.ts'
import type { FeedHealth } from '../../domain/feed-health.ts'
import { STAGES } from '../../domain/stages.ts'
import { isPublished } from '../../jobs/episode-desk.ts'
import { EXIT, type ExitCode } from '../exit.ts'
import { printJson } from '../log.ts'
import type { MakeOptions } from '../make-options.ts'
import { openStation, type Station } from '../open-station.ts'

/** What there is, and what is being made. */
export async function status(options: MakeOptions): Promise<ExitCode> {
  const settings = loadLibrarySettings(options)
  const station = await openStation(settings, () => {})
  try {
    const episodes = await listEpisodes(station)
    const queue = await station.counts()
    const failing = (await station.ports.feedHealth()).filter(({ failures }) => failures > 0)
    if (options.json === true)
      printJson({ home: settings.home, station: station.kind, queue, episodes, failingFeeds: failing })
    else process.stdout.write(`${print(settings.home, station.kind, queue, episodes, failing)}\n`)
    return EXIT.done
  } finally {
    await station.close()
  }
}

interface EpisodeLine {
  show: string
  episode: string
  state: string
  at: string | null
  reason: string | null
  /** Can it be heard? */
  hasAudio: boolean
}

async function listEpisodes({ ports, desk, kind }: Station): Promise<EpisodeLine[]> {
  const lines: EpisodeLine[] = []
  for (const show of await ports.library.shows()) {
    for (const episode of await ports.library.episodes(show)) {
      const { state, reason, current } = await desk.status({ show, episode })
      const published = await ports.library.has({ show, episode }, 'episode.json')
      const stopped = kind === 'own' && state === 'running'
      const waits = state === 'done' && !published
      lines.push({
        show,
        episode,
        state: stopped
          ? 'stopped'
          : waits
            ? 'script written'
            : state === 'unknown' && published
              ? 'done'
              : state,
        at: state === 'done' ? null : (current?.stage ?? null),
        reason,
        hasAudio: await isPublished(ports.library, { show, episode })
      })
    }
  }
  return lines
}

const WHO = {
  own: 'no other duologue process is running',
  remote: 'a duologue process is running',
  redis: 'the queue is on Redis'
}

function print(
  home: string,
  kind: Station['kind'],
  queue: Awaited<ReturnType<Station['counts']>>,
  episodes: EpisodeLine[],
  failing: FeedHealth[]
): string {
  const rows = episodes.map(line => `  ${line.show.padEnd(24)} ${line.episode.padEnd(14)} ${stateText(line)}`)
  const open = STAGES.map(stage => `  ${stage.padEnd(9)} ${count(queue[stage])}`)
  return [
    `library   ${home}`,
    `process   ${WHO[kind]}`,
    '',
    'queue',
    ...open,
    '',
    'episodes',
    ...(rows.length > 0 ? rows : ['  none yet: npm run demo makes one']),
    ...(failing.length === 0 ? [] : ['', 'feeds that fail', ...failing.map(feedText)])
  ].join('\n')
}

const feedText = ({ url, failures, lastOkAt, lastError }: FeedHealth): string =>
  `  ${url}: ${failures} ${failures === 1 ? 'time' : 'times'} in a row, last good ${lastOkAt?.slice(0, 10) ?? 'never'}: ${lastError ?? 'no reason known'}`

const stateText = ({ state, at, reason, hasAudio }: EpisodeLine): string => {
  const where = at === null ? '' : ` at ${at}`
  const audio = state === 'done' && !hasAudio ? ', its audio is no longer kept' : ''
  return `${state}${where}${audio}${reason === null ? '' : `: ${reason}`}`
}

const count = (states: Record<string, number>): string => {
  const parts = Object.entries(states).filter(([state, number]) => number > 0 && state !== 'completed')
  return parts.length === 0 ? 'idle' : parts.map(([state, number]) => `${number} ${state}`).join(', ')
}
