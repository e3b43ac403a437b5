/** What one exchange may cost. */
export interface HttpLimits {
  /** After decompression. */
  maxBytes: number
  /** Per hop: name, connection and the head of the answer. */
  headTimeoutMs: number
  /** All hops and the body. */
  totalTimeoutMs: number
  maxRedirects: number
}

export const DEFAULT_LIMITS: HttpLimits = {
  maxBytes: 15 * 1024 * 1024,
  headTimeoutMs: 10_000,
  totalTimeoutMs: 30_000,
  maxRedirects: 5
}
