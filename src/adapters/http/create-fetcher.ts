import type { ByteFetcher } from '../../stages/fetch/ports.ts'
import { createFileFetcher } from './create-file-fetcher.ts'
import { createHttpFetcher } from './create-http-fetcher.ts'
import type { HttpLimits } from './limits.ts'

export interface FetcherOptions {
  /** Folders whose files may be read through file: addresses; none by default. */
  fileRoots?: readonly string[]
  limits?: Partial<HttpLimits>
}

/** One ByteFetcher for http:, https: and, under the allowed folders, file: addresses. */
export function createFetcher({ fileRoots = [], limits = {} }: FetcherOptions = {}): ByteFetcher {
  const web = createHttpFetcher(limits)
  const files = createFileFetcher(fileRoots, limits.maxBytes)
  return {
    fetchBytes: (url, options) => (/^file:/i.test(url) ? files : web).fetchBytes(url, options)
  }
}
