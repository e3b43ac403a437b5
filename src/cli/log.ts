/** Progress and notes go to stderr; stdout belongs to the result. */
export const log = (message: string): void => void process.stderr.write(`${message}\n`)

/** One JSON object as the last line of stdout. */
export const printJson = (value: unknown): void => void process.stdout.write(`${JSON.stringify(value)}\n`)

/** A line per job done, for the log of a process that works for long. */
export const logJob = (stage: string, id: string, seconds: number): void =>
  log(`${new Date().toISOString()} ${stage.padEnd(8)} ${id} done in ${seconds.toFixed(1)} s`)
