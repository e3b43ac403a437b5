import type { RawFeed } from '../../stages/fetch/ports.ts'
import { decodeText } from '../charset/decode-text.ts'
import { readFeedText } from './read-feed-text.ts'

/** Reads the bytes of a feed; throws a FeedTextError that says what they are instead. Runs hot: call it off the main thread. */
export const readFeed = async (bytes: Uint8Array, contentType: string | null): Promise<RawFeed> =>
  await readFeedText(decodeText(bytes, contentType))
