export interface ChatLimits {
  connectMs: number
  /** For each question about the server itself, such as its list of models. */
  surveyMs: number
  /** Of one answer. */
  bytes: number
  /** The longest wait that a server may ask for (Retry-After). */
  waitMs: number
  /** Before another try where the server names no time; doubled for the one after it. */
  pauseMs: number
}

export const CHAT_LIMITS: ChatLimits = {
  connectMs: 10_000,
  surveyMs: 10_000,
  bytes: 4 * 1024 * 1024,
  waitMs: 60_000,
  pauseMs: 1_000
}

/** For one call, its retries and waits included: a processor alone may need minutes for a long question. */
export const DEFAULT_SECONDS = 600
