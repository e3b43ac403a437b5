const QUIET_MS = 10_000

/** Lets the same message through once in ten seconds: a store that is away fails every poll. */
export function withoutRepeats(report: (error: Error) => void): (error: Error) => void {
  let last = { message: '', at: -Infinity }
  return error => {
    const at = performance.now()
    if (error.message === last.message && at - last.at < QUIET_MS) return
    last = { message: error.message, at }
    report(error)
  }
}
