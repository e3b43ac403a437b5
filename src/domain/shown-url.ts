import { canParseUrl } from './can-parse-url.ts'

/** An address as it may be printed: without a name and password. */
export function shownUrl(url: string | URL): string {
  if (!canParseUrl(String(url))) return String(url).slice(0, 200)
  const shown = new URL(url)
  if (typeof url === 'string' && shown.username === '' && shown.password === '') return url
  shown.username = ''
  shown.password = ''
  return shown.href
}
