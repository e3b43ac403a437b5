/** What one exchange may cost. */
export interface HttpLimits {
  /** Before and after decompression. */
  maxBytes: number
  /** Per hop: name, connection and encryption. */
  connectTimeoutMs: number
  /** Per hop: from the connection to the end of the answer's head. */
  headTimeoutMs: number
  /** All hops and the body, without the time spent waiting for a turn. */
  totalTimeoutMs: number
  maxRedirects: number
  /** Between two requests to one host; none for private hosts. */
  hostDelayMs: number
}

export const DEFAULT_LIMITS: HttpLimits = {
  maxBytes: 15 * 1024 * 1024,
  connectTimeoutMs: 10_000,
  headTimeoutMs: 10_000,
  totalTimeoutMs: 30_000,
  maxRedirects: 5,
  hostDelayMs: 1000
}
