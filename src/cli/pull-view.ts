import { megabytes } from '../domain/megabytes.ts'
import type { PullProgress } from '../domain/model-store.ts'

const BAR = 24
const TERMINAL_MS = 200
const LOG_MS = 5000
/** The speed is that of the last so many milliseconds. */
const WINDOW_MS = 10_000

export interface PullView {
  update(progress: PullProgress): void
  end(): void
}

/** Shows a pull on stderr: one line that changes on a terminal, a line every five seconds elsewhere. */
export function createPullView(
  stream: Pick<NodeJS.WriteStream, 'isTTY' | 'write'> = process.stderr,
  now = Date.now
): PullView {
  const terminal = stream.isTTY === true
  const samples: Sample[] = []
  let shownAt = -Infinity
  let open = false
  return {
    update(progress) {
      const at = now()
      samples.push({ at, bytes: progress.doneBytes })
      while (samples.length > 2 && at - (samples[0]?.at ?? at) > WINDOW_MS) samples.shift()
      if (at - shownAt < (terminal ? TERMINAL_MS : LOG_MS)) return
      shownAt = at
      open = terminal
      const line = describeProgress(progress, speedOf(samples))
      stream.write(terminal ? `\r\x1b[2K${bar(progress)} ${line}` : `${line}\n`)
    },
    end() {
      if (open) stream.write('\r\x1b[2K')
      open = false
    }
  }
}

interface Sample {
  at: number
  bytes: number
}

/** In bytes per second; null where it cannot be told yet. */
export function speedOf(samples: readonly Sample[]): number | null {
  const [first, last] = [samples[0], samples.at(-1)]
  if (first === undefined || last === undefined || last.at - first.at < 500) return null
  return Math.max(0, (last.bytes - first.bytes) / ((last.at - first.at) / 1000))
}

export function describeProgress({ id, doneBytes, totalBytes }: PullProgress, speed: number | null): string {
  const percent = Math.floor((doneBytes / totalBytes) * 100)
  const done = `${id} ${percent} % of ${megabytes(totalBytes)}`
  if (speed === null || speed < 1) return done
  return `${done}, ${(speed / 1e6).toFixed(1)} MB/s, ${duration((totalBytes - doneBytes) / speed)} left`
}

function duration(seconds: number): string {
  if (seconds < 60) return `${Math.ceil(seconds)} s`
  return seconds < 3600 ? `${Math.ceil(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`
}

function bar({ doneBytes, totalBytes }: PullProgress): string {
  const full = Math.floor((Math.min(doneBytes, totalBytes) / totalBytes) * BAR)
  return `${'█'.repeat(full)}${'░'.repeat(BAR - full)}`
}
