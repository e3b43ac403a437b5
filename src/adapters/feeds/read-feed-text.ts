import type { RawFeed } from '../../stages/fetch/ports.ts'
import { FeedTextError } from './feed-text-error.ts'
import { readJsonFeed } from './read-json-feed.ts'
import { readXmlFeed } from './read-xml-feed.ts'

/** A bracket may also stand before XML, where a server said something first. */
const beginsLikeJson = (start: string): boolean => /^(?:\{\s*["}]|\[\s*["{[\]\d])/.test(start)

/** Reads decoded text as RSS, Atom or JSON Feed; throws a FeedTextError that says what the text is instead. Runs hot: call it off the main thread. */
export async function readFeedText(text: string): Promise<RawFeed> {
  const start = text.trimStart()
  if (start === '') throw new FeedTextError('the answer is empty, where a feed should be')
  return beginsLikeJson(start) ? readJsonFeed(start) : await readXmlFeed(start)
}
