import type { WebFetcher } from '../../stages/fetch/fetch-ports.ts'
import { createFileFetcher } from './create-file-fetcher.ts'
import { createHttpFetcher } from './create-http-fetcher.ts'
import type { HttpFetcherOptions } from './create-http-fetcher.ts'
import type { HttpLimits } from './limits.ts'

export interface FetcherOptions extends Pick<HttpFetcherOptions, 'allow' | 'contact' | 'cache' | 'now'> {
  /** Folders whose files may be read through file: addresses; none by default. */
  fileRoots?: readonly string[]
  limits?: Partial<HttpLimits>
}

/** One for http:, https: and, under the allowed folders, file: addresses. */
export function createFetcher({ fileRoots = [], limits = {}, ...web }: FetcherOptions = {}): WebFetcher {
  const ofWeb = createHttpFetcher({ ...limits, ...web })
  const ofFiles = createFileFetcher(fileRoots, limits.maxBytes)
  const fetcherOf = (url: string): WebFetcher => (/^file:/i.test(url) ? ofFiles : ofWeb)
  return {
    fetchBytes: (url, options) => fetcherOf(url).fetchBytes(url, options),
    noteRead: async (url, wrong) => fetcherOf(url).noteRead?.(url, wrong)
  }
}
