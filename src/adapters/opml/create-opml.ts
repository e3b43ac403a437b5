import type { ListedFeed } from '../../config/plan-feeds.ts'
import { createGuardedThread, type ThreadLimits } from '../guarded-thread/create-guarded-thread.ts'
import { ThreadError } from '../guarded-thread/next-message.ts'
import type { OpmlGroup } from './build-opml.ts'
import type { OpmlQuestion } from './opml-thread.ts'

/** Lists of feeds, as feed readers and podcast apps exchange them. */
export interface Opml {
  /** The feeds of a list, whatever its encoding and faults; throws a StageError where there is none in it. */
  read(bytes: Uint8Array, contentType: string | null): Promise<ListedFeed[]>
  /** A list with a group for each show; only addresses of the web make sense elsewhere. */
  build(shows: readonly OpmlGroup[]): Promise<string>
}

/** Lists are read in a thread of their own; one that is too much for the library is given to the scanner alone. */
export function createOpml(limits: Partial<ThreadLimits> = {}): Opml & { release(): Promise<void> } {
  const thread = createGuardedThread<OpmlQuestion, ListedFeed[]>({
    file: new URL('./opml-thread.ts', import.meta.url),
    stage: 'fetch',
    subject: 'list of feeds',
    timeoutMs: limits.timeoutMs ?? 20_000,
    memoryMb: limits.memoryMb ?? 768,
    idleMs: limits.idleMs ?? 1_000
  })
  return {
    async read(bytes, contentType) {
      try {
        return await thread.ask({ bytes, contentType, reader: 'both' })
      } catch (error) {
        if (!(error instanceof Error && error.cause instanceof ThreadError)) throw error
        return await thread.ask({ bytes, contentType, reader: 'scanner' })
      }
    },
    build: async shows => (await import('./build-opml.ts')).buildOpml(shows),
    release: () => thread.release()
  }
}
