import { StageError } from '../../domain/stage-error.ts'
import type { FetchOptions, RobotsCheck, WebFetcher } from '../../stages/fetch/fetch-ports.ts'
import { StatusError } from './http-failure.ts'
import { parseAddress } from './parse-address.ts'
import { buildUserAgent } from './request-headers.ts'
import type { mayFetch, RobotsAnswer } from './robots.ts'

export interface RobotsCheckOptions {
  fetcher: WebFetcher
  mayFetch: typeof mayFetch
  now?: () => Date
}

const HOUR_MS = 3_600_000
const GOOD_MS = 24 * HOUR_MS
const BAD_MS = HOUR_MS
const MOST_ORIGINS = 1000

interface Asked extends RobotsAnswer {
  /** Why there is no answer; null where there is one. */
  failure: string | null
}

interface Kept {
  answer: Promise<Asked>
  untilMs: number
}

async function askRobots(fetcher: WebFetcher, origin: string, options: FetchOptions): Promise<Asked> {
  try {
    const { bytes } = await fetcher.fetchBytes(`${origin}/robots.txt`, { ...options, kind: 'robots' })
    return { robotsTxt: Buffer.from(bytes).toString('utf8'), status: 200, failure: null }
  } catch (error) {
    options.signal?.throwIfAborted()
    if (!(error instanceof StageError)) throw error
    const found = error instanceof StatusError ? error : error.cause
    const status = found instanceof StatusError ? found.status : null
    return { robotsTxt: null, status, failure: status === null ? error.message : null }
  }
}

/** Asks each server once a day for its robots.txt, and again after an hour where that failed. */
export function createRobotsCheck({
  fetcher,
  mayFetch,
  now = () => new Date()
}: RobotsCheckOptions): RobotsCheck {
  const kept = new Map<string, Kept>()
  const userAgent = buildUserAgent(undefined)

  function keep(origin: string, options: FetchOptions): Promise<Asked> {
    const answer = askRobots(fetcher, origin, options)
    const known = { answer, untilMs: now().getTime() + GOOD_MS }
    kept.delete(origin)
    kept.set(origin, known)
    const [oldest] = kept.keys()
    if (kept.size > MOST_ORIGINS && oldest !== undefined) kept.delete(oldest)
    answer.then(
      ({ status }) => {
        if (status === null || status === 429 || status >= 500) known.untilMs = now().getTime() + BAD_MS
      },
      () => kept.delete(origin)
    )
    return answer
  }

  return async (url, options) => {
    const { origin } = parseAddress(url)
    const known = kept.get(origin)
    const isKept = known !== undefined && known.untilMs > now().getTime()
    const answer = await (isKept ? known.answer : keep(origin, options))
    const { allowed, reason, crawlDelaySeconds } = mayFetch(answer, url, userAgent)
    const why = [reason, answer.failure].filter(words => words !== null).join(': ')
    return { allowed, reason: allowed ? null : why, crawlDelaySeconds }
  }
}
