/** Decoded text is not a feed that can be read. The message says what it is instead. */
export class FeedTextError extends Error {
  override readonly name = 'FeedTextError'
}
