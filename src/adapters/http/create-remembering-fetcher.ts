import type { FetchKind, HttpEntry } from '../../domain/http-entry.ts'
import { StageError } from '../../domain/stage-error.ts'
import type { FetchedAnswer, FetchOptions, HttpCache, WebFetcher } from '../../stages/fetch/fetch-ports.ts'
import type { HttpClient } from './create-http-client.ts'
import { createHostTurns } from './host-turns.ts'
import { askMoved } from './ask-moved.ts'
import { fetchError, StatusError } from './http-failure.ts'
import { entryAfterAnswer, entryAfterFailure, entryAfterGone, entryAfterReading } from './next-entry.ts'
import { parseAddress } from './parse-address.ts'
import { planAsk } from './plan-ask.ts'
import { retryAfterMs } from './server-wishes.ts'

export interface RememberingFetcherOptions {
  client: HttpClient
  cache: HttpCache
  now: () => Date
}

type Lately = { atMs: number } & ({ status: FetchedAnswer['status'] } | { error: StageError })

interface Known {
  entry: HttpEntry
  body: Uint8Array | null
}

const answerOf = (
  { finalUrl, contentType }: HttpEntry,
  bytes: Uint8Array,
  status: FetchedAnswer['status'],
  reason: string | null = null
): FetchedAnswer => ({ bytes, contentType, finalUrl, status, reason })

/** The status that a failure comes from, after redirects as well; null where it comes from none. */
function statusOf(error: StageError): StatusError | null {
  const found = error instanceof StatusError ? error : error.cause
  return found instanceof StatusError ? found : null
}

const GONE = new Set([404, 410])

/**
 * Asks only what may have changed and as often as the server likes: conditional requests, Retry-After, Cache-Control,
 * permanent redirects, and patience with what keeps failing. What may not be asked yet is answered as it was last time.
 */
export function createRememberingFetcher({ client, cache, now }: RememberingFetcherOptions): WebFetcher {
  const turns = createHostTurns()
  /** How each feed answered, and when; what it answered is in the cache. */
  const lately = new Map<string, Lately>()

  /** What cannot be remembered is asked again next time; the answer that is here is good all the same. */
  const remember = (url: string, entry: HttpEntry, body?: Uint8Array): Promise<void> =>
    cache.save(url, entry, body).catch(() => undefined)

  async function recall(url: string, kind: FetchKind): Promise<Known | null> {
    const known = await cache.find(url).catch(() => null)
    if (known?.entry.kind !== kind) return null
    return known.entry.body === null ? { entry: known.entry, body: null } : known
  }

  async function ask(url: string, options: FetchOptions, known: Known | null): Promise<FetchedAnswer> {
    const { answer, movedTo } = await askMoved(
      client,
      url,
      options,
      known?.entry ?? null,
      known?.body ?? null
    )
    const asked = { url, kind: options.kind ?? 'feed', known: known?.entry ?? null, now: now() }
    const entry = entryAfterAnswer(asked, answer, movedTo)
    const isSame = known?.body != null && entry.body === known.entry.body
    const bytes = answer.bytes ?? known?.body ?? new Uint8Array()
    await remember(url, entry, isSame ? undefined : bytes)
    const status = isSame ? 'unchanged' : 'fresh'
    if (asked.kind === 'feed') lately.set(url, { atMs: asked.now.getTime(), status })
    return answerOf(entry, bytes, status)
  }

  async function noteFailure(url: string, options: FetchOptions, known: Known | null, error: StageError) {
    const at = now()
    const { kind = 'feed', isAhead = false } = options
    const asked = { url, kind, known: known?.entry ?? null, now: at }
    const status = statusOf(error)
    if (kind === 'page' && status !== null && GONE.has(status.status)) {
      await remember(url, entryAfterGone(asked, error.message))
      throw error
    }
    const waitMs = status === null ? null : retryAfterMs(status.retryAfter, at)
    const entry = entryAfterFailure(asked, error.message, waitMs)
    await remember(url, entry)
    const plan = planAsk(entry, at, true)
    if (waitMs !== null && !plan.ask && known?.body != null)
      return answerOf(entry, known.body, 'unchanged', `${error.message}; ${plan.reason}`)
    if (isAhead) lately.set(url, { atMs: at.getTime(), error })
    throw error
  }

  /** What this process was told not long ago; a failure is told on once, so that who tries again asks again. */
  function recentOf(url: string, { recentMs = 0 }: FetchOptions): Lately | null {
    const recent = lately.get(url)
    if (recent === undefined || now().getTime() - recent.atMs >= recentMs) return null
    if ('error' in recent) lately.delete(url)
    return recent
  }

  async function fetchOnce(url: string, options: FetchOptions): Promise<FetchedAnswer> {
    const recent = recentOf(url, options)
    if (recent !== null && 'error' in recent) throw recent.error
    const known = await recall(url, options.kind ?? 'feed')
    if (recent !== null && known?.body != null) return answerOf(known.entry, known.body, recent.status)
    const plan = planAsk(known?.entry ?? null, now(), options.isByHand ?? false)
    if (!plan.ask && plan.because === 'wish' && known?.body != null)
      return answerOf(known.entry, known.body, 'unchanged', plan.reason)
    if (!plan.ask)
      throw fetchError(url, `${plan.reason} (${known?.entry.lastError ?? 'no answer is kept'})`, false)
    try {
      return await ask(url, options, known)
    } catch (error) {
      options.signal?.throwIfAborted()
      if (error instanceof StageError) return await noteFailure(url, options, known, error)
      throw error
    }
  }

  return {
    async fetchBytes(url, options) {
      options.signal?.throwIfAborted()
      const { href } = parseAddress(url)
      return await turns.run(href, { signal: options.signal, pauseMs: 0 }, () => fetchOnce(url, options))
    },
    async noteRead(url, wrong) {
      const { href } = parseAddress(url)
      await turns.run(href, { pauseMs: 0 }, async () => {
        const known = await cache.find(url).catch(() => null)
        if (known === null) return
        const entry = entryAfterReading(known.entry, wrong, now())
        if (entry !== known.entry) await remember(url, entry)
      })
    }
  }
}
