import { canParseUrl } from './can-parse-url.ts'

const PRIVATE =
  /^(?:localhost|127(?:\.\d+){3}|10(?:\.\d+){3}|192\.168(?:\.\d+){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d+){2}|\[::1\]|\[f[cd][0-9a-f:]+\])$/

/** Does the address itself name a private host? Whoever wrote it meant it; a public name that leads there is another matter. */
export const namesPrivateHost = (url: string): boolean =>
  canParseUrl(url) && PRIVATE.test(new URL(url).hostname)
