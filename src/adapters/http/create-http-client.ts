import type { AddressRule } from '../../domain/address-rules.ts'
import { namesPrivateHost } from '../../domain/private-host.ts'
import { shownUrl } from '../../domain/shown-url.ts'
import { StageError } from '../../domain/stage-error.ts'
import type { FetchOptions } from '../../stages/fetch/fetch-ports.ts'
import { createAddressGate } from './address-gate.ts'
import { resolveName } from './guarded-lookup.ts'
import type { ResolveName } from './guarded-lookup.ts'
import { createHostTurns } from './host-turns.ts'
import type { HostTurns } from './host-turns.ts'
import { afterRedirect, fetchError } from './http-failure.ts'
import { DEFAULT_LIMITS } from './limits.ts'
import type { HttpLimits } from './limits.ts'
import { buildUserAgent, requestHeaders } from './request-headers.ts'
import { conditions, takeHop } from './take-hop.ts'
import type { Hop, HopAnswer, Validators } from './take-hop.ts'
import { createTimeBudget } from './time-budget.ts'

export interface WebAnswer extends HopAnswer {
  /** Where redirects lead that are said to be permanent, one after the other from the start on. */
  movedTo: string | null
}

export interface HttpClientOptions extends Partial<HttpLimits> {
  /** Private hosts and ranges that may be asked. */
  allow?: readonly AddressRule[] | undefined
  /** An address where the owner of this reader is found, for the User-Agent. */
  contact?: string | undefined
  resolve?: ResolveName
  turns?: HostTurns
}

export interface HttpClient {
  /** Throws a StageError that names the address, or the reason of the signal. */
  ask(start: URL, options: FetchOptions, validators?: Validators): Promise<WebAnswer>
}

/** Asks with GET, follows redirects by hand, and checks every address that it connects to. One request at a time for each host. */
export function createHttpClient(options: HttpClientOptions = {}): HttpClient {
  const limits = { ...DEFAULT_LIMITS, ...options }
  const { allow = [], resolve = resolveName, turns = createHostTurns() } = options
  const userAgent = buildUserAgent(options.contact)

  /** Redirects are followed at once, as every browser does. */
  const pauseFor = (url: URL, isFirst: boolean, pauseMs = 0): number =>
    !isFirst || !/^https?:$/.test(url.protocol) || namesPrivateHost(url.href)
      ? 0
      : Math.max(limits.hostDelayMs, pauseMs)

  return {
    async ask(start, fetchOptions, validators) {
      const { signal, kind = 'feed' } = fetchOptions
      const gate = createAddressGate(allow, start, fetchOptions)
      const within = createTimeBudget(limits.totalTimeoutMs)
      const hop = (url: URL, isFirst: boolean): Promise<Hop> =>
        turns.run(url.host, { signal, pauseMs: pauseFor(url, isFirst, fetchOptions.pauseMs) }, () =>
          within(url, signal, signal => {
            const headers = { ...requestHeaders(kind, userAgent), ...conditions(url, validators) }
            return takeHop(url, { ...limits, kind, gate, resolve, headers, signal })
          })
        )
      return await followRedirects(start, limits.maxRedirects, hop)
    }
  }
}

async function followRedirects(
  start: URL,
  most: number,
  hop: (url: URL, isFirst: boolean) => Promise<Hop>
): Promise<WebAnswer> {
  let url = start
  let movedTo: string | null = null
  let isMoved = true
  for (let hops = 0; hops <= most; hops++) {
    const taken = await hop(url, hops === 0).catch((error: unknown) => {
      throw hops > 0 && error instanceof StageError ? afterRedirect(start, error) : error
    })
    if ('answer' in taken) return { ...taken.answer, movedTo }
    isMoved &&= taken.next.isPermanent
    url = taken.next.to
    if (isMoved) movedTo = shownUrl(url)
  }
  throw fetchError(start, `it redirects more than ${most} times`, false)
}
