const TIME = /time=\s*(\d+):(\d\d):(\d\d(?:\.\d+)?)/g

/** The last time that ffmpeg reported in a progress line, in ms; null where the text has none. */
export function parseTimeMs(log: string): number | null {
  const last = [...log.matchAll(TIME)].at(-1)
  if (!last) return null
  const [, hours, minutes, seconds] = last
  return Math.round((Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000)
}
