/** Bytes are not a page with an article. The message says what they are instead. */
export class PageError extends Error {
  override readonly name = 'PageError'
}
