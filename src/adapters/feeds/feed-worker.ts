import { parentPort } from 'node:worker_threads'
import type { RawFeed } from '../../stages/fetch/ports.ts'
import { readFeedText } from './read-feed-text.ts'

/** What the thread says: once that it is there, then one answer per text. */
export type FeedWorkerMessage = { ready: true } | { feed: RawFeed } | { wrong: string }

const say = (message: FeedWorkerMessage): void => parentPort?.postMessage(message)

parentPort?.on('message', (text: string) => {
  readFeedText(text).then(
    feed => say({ feed }),
    (error: unknown) => say({ wrong: error instanceof Error ? error.message : String(error) })
  )
})

say({ ready: true })
