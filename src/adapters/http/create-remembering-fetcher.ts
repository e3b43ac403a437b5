import type { FetchKind, HttpEntry } from '../../domain/http-entry.ts'
import { StageError } from '../../domain/stage-error.ts'
import type { FetchedAnswer, FetchOptions, HttpCache, WebFetcher } from '../../stages/fetch/fetch-ports.ts'
import type { HttpClient } from './create-http-client.ts'
import { createHostTurns } from './host-turns.ts'
import { askMoved } from './ask-moved.ts'
import { fetchError, StatusError } from './http-failure.ts'
import { entryAfterAnswer, entryAfterFailure } from './next-entry.ts'
import { parseAddress } from './parse-address.ts'
import { planAsk } from './plan-ask.ts'
import { retryAfterMs } from './server-wishes.ts'

export interface RememberingFetcherOptions {
  client: HttpClient
  cache: HttpCache
  now: () => Date
}

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

/** What the server asks for with a refusal; null where it says nothing of time. */
function waitAfter(error: StageError, now: Date): number | null {
  const status = error instanceof StatusError ? error : error.cause
  return status instanceof StatusError ? retryAfterMs(status.retryAfter, now) : null
}

/**
 * Asks only what may have changed and as often as the server likes: conditional requests, Retry-After, Cache-Control,
 * permanent redirects, and patience with what keeps failing. What may not be asked yet is answered as it was last time.
 */
export function createRememberingFetcher({ client, cache, now }: RememberingFetcherOptions): WebFetcher {
  const turns = createHostTurns()
  /** How each feed answered, and when; what it answered is in the cache. */
  const lately = new Map<string, { atMs: number; status: FetchedAnswer['status'] }>()

  /** What cannot be remembered is asked again next time; the answer that is here is good all the same. */
  const remember = (url: string, entry: HttpEntry, body?: Uint8Array): Promise<void> =>
    cache.save(url, entry, body).catch(() => undefined)

  async function recall(url: string, kind: FetchKind): Promise<Known | null> {
    const known = await cache.find(url).catch(() => null)
    return known?.entry.kind === kind ? known : null
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
    const asked = { url, kind: options.kind ?? 'feed', known: known?.entry ?? null, now: at }
    const waitMs = waitAfter(error, at)
    const entry = entryAfterFailure(asked, error.message, waitMs)
    await remember(url, entry)
    const plan = planAsk(entry, at, true)
    if (waitMs === null || plan.ask || known?.body == null) throw error
    return answerOf(entry, known.body, 'unchanged', `${error.message}; ${plan.reason}`)
  }

  async function fetchOnce(url: string, options: FetchOptions): Promise<FetchedAnswer> {
    const known = await recall(url, options.kind ?? 'feed')
    const recent = lately.get(url)
    if (
      recent !== undefined &&
      known?.body != null &&
      now().getTime() - recent.atMs < (options.recentMs ?? 0)
    )
      return answerOf(known.entry, known.body, recent.status)
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
    }
  }
}
