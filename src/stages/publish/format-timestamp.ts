const pad = (value: number, digits: number) => String(value).padStart(digits, '0')

/** 01:02:03.004; SubRip has a comma before the milliseconds. */
export function formatTimestamp(ms: number, decimalMark: '.' | ','): string {
  const seconds = Math.floor(ms / 1000)
  const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  return `${clock.map(part => pad(part, 2)).join(':')}${decimalMark}${pad(ms % 1000, 3)}`
}
