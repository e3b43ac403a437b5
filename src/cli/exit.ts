/** What a command's exit code says. */
export const EXIT = { done: 0, failed: 1, usage: 2, nothingNew: 3 } as const

export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

/** Wrong usage: the message says what would be right. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
