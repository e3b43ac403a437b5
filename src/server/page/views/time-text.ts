/** 39 is 0:39, 3700 is 1:01:40. */
export function clockText(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds))
  const two = (part: number) => String(part).padStart(2, '0')
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60]
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`
}

export const minutesText = (seconds: number): string =>
  seconds < 60 ? `${Math.round(seconds)} seconds` : `${Math.round(seconds / 60)} min`

/** The day and the hour that a listener of the show knows; an unknown time zone is UTC. */
export function dateText(iso: string, timeZone: string): string {
  const options = { dateStyle: 'full', timeStyle: 'short' } as const
  try {
    return new Intl.DateTimeFormat('en-GB', { ...options, timeZone }).format(new Date(iso))
  } catch {
    return new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' }).format(new Date(iso))
  }
}
