/** One object as the last line, where `--json` was asked for. */
export function printJson(value: unknown): void {
  if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify(value)}\n`)
}
