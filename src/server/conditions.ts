/** What tells one state of an answer from another. */
export interface Validators {
  /** Strong, with its quotes. */
  etag: string
  /** ms since 1970. */
  modifiedMs: number
}

type HeaderOf = (name: string) => string | undefined

/** HTTP dates are in whole seconds. */
const seconds = (ms: number) => Math.floor(ms / 1000)

export const httpDate = (ms: number): string => new Date(ms).toUTCString()

/** Does the client have this state already? If-Modified-Since counts only without If-None-Match (RFC 9110, 13.2.2). */
export function isFresh(header: HeaderOf, { etag, modifiedMs }: Validators): boolean {
  const tags = header('if-none-match')
  if (tags !== undefined)
    return tags.trim() === '*' || Array.from(tags.matchAll(/"[^"]*"/g), ([tag]) => tag).includes(etag)
  const since = Date.parse(header('if-modified-since') ?? '')
  return seconds(modifiedMs) <= seconds(since)
}

/** May parts be given? Not where the client has parts of another state. */
export function mayGiveParts(header: HeaderOf, { etag, modifiedMs }: Validators): boolean {
  const state = header('if-range')?.trim()
  return state === undefined || state === etag || state === httpDate(modifiedMs)
}
