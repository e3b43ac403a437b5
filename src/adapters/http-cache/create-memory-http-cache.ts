import type { HttpEntry } from '../../domain/http-entry.ts'
import type { HttpCache } from '../../stages/fetch/fetch-ports.ts'

/** Remembers for as long as the process lives. */
export function createMemoryHttpCache(): HttpCache {
  const kept = new Map<string, { entry: HttpEntry; body: Uint8Array | null }>()
  return {
    find: url => Promise.resolve(kept.get(url) ?? null),
    save(url, entry, body) {
      kept.set(url, { entry, body: body ?? kept.get(url)?.body ?? null })
      return Promise.resolve()
    },
    entries: () => Promise.resolve([...kept.values()].map(({ entry }) => entry)),
    prune(unusedSince) {
      const old = [...kept].filter(([, { entry }]) => Date.parse(entry.askedAt) < unusedSince.getTime())
      for (const [url] of old) kept.delete(url)
      return Promise.resolve(old.length)
    }
  }
}
