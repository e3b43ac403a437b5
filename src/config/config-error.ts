/** One fault of a configuration file. */
export interface Fault {
  /** For example `shows.morning.hosts[1].voice`; empty for the file itself. */
  path: string
  line: number | null
  message: string
}

/** Wrong usage or configuration: every fault at once, each with its place and what would be right. Exit code 2. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'

  constructor(
    readonly file: string,
    readonly faults: Fault[]
  ) {
    super(
      `${file} has ${faults.length === 1 ? 'a fault' : `${faults.length} faults`}:\n${faults.map(printFault).join('\n')}`
    )
  }
}

const printFault = ({ path, line, message }: Fault) =>
  `  ${[line === null ? '' : `line ${line}`, path].filter(Boolean).join(', ') || 'file'}: ${message}`
