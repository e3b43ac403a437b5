import type { Ports } from '../compose.ts'
import type { Settings } from '../config/load-settings.ts'
import { ProcessGoneError } from '../server/remote-desk.ts'
import { log } from './log.ts'
import { openStation, type Station } from './open-station.ts'

/**
 * Lends a station, and closes it in any case. The signal is aborted by the first SIGINT or SIGTERM;
 * a second one ends the process at once (what was in hand is done by the next). Where the process that held the
 * queue ends meanwhile, `use` is called again with a station of our own: it asks for what is wanted, and may do so twice.
 * `ports`: those that are open already; the station releases them.
 */
export async function withStation<T>(
  settings: Settings,
  use: (station: Station, signal: AbortSignal) => Promise<T>,
  ports?: Ports
): Promise<T> {
  const controller = new AbortController()
  const stop = (name: NodeJS.Signals) => {
    if (controller.signal.aborted) process.exit(1)
    log(`${name}: finishing what is in hand; once more to stop at once`)
    controller.abort(new Error('stopped; the same command goes on where this one left off'))
  }
  process.on('SIGINT', stop).on('SIGTERM', stop)
  try {
    for (let open = ports; ; open = undefined) {
      try {
        return await useOnce(settings, use, controller.signal, open)
      } catch (error) {
        if (!(error instanceof ProcessGoneError)) throw error
        log('the process that had the queue has ended; going on here')
      }
    }
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop)
  }
}

async function useOnce<T>(
  settings: Settings,
  use: (station: Station, signal: AbortSignal) => Promise<T>,
  signal: AbortSignal,
  ports: Ports | undefined
): Promise<T> {
  const station = await openStation(
    settings,
    throttled(error => log(error.message)),
    ports
  )
  try {
    return await use(station, signal)
  } finally {
    await station.close()
  }
}

/** The same message is told once in ten seconds: a lost server repeats itself thousands of times a second. */
function throttled(tell: (error: Error) => void): (error: Error) => void {
  const told = new Map<string, number>()
  return error => {
    const now = Date.now()
    if (now - (told.get(error.message) ?? 0) < 10_000) return
    told.set(error.message, now)
    tell(error)
  }
}
