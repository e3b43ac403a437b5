import { LineCounter, isNode, parseDocument, type Document } from 'yaml'
import type { z } from 'zod'
import { ConfigError, type Fault } from './config-error.ts'
import { configSchema, type Config } from './config-schema.ts'

type Path = readonly PropertyKey[]

/** Text of duologue.yaml to a configuration with every default filled in; throws a ConfigError with all faults. */
export function parseConfig(text: string, file: string): Config {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  if (document.errors.length > 0) {
    throw new ConfigError(
      file,
      document.errors.map(error => ({
        path: '',
        line: error.linePos?.[0].line ?? null,
        message: error.message.split('\n')[0] ?? ''
      }))
    )
  }
  const parsed = configSchema.safeParse(withoutEmpty(toValue(document, file)), { reportInput: true })
  if (parsed.success) return parsed.data
  throw new ConfigError(
    file,
    faultsOf(parsed.error.issues, path => lineOf(document, lines, path))
  )
}

/** An alias without its anchor, or too many of them, shows only when the value is built. */
function toValue(document: Document, file: string): unknown {
  try {
    return document.toJS() ?? {}
  } catch (error) {
    throw new ConfigError(file, [{ path: '', line: null, message: (error as Error).message }])
  }
}

/** A key with nothing behind it is as good as not there: `server:` above lines that are commented out. */
function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty)
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).filter(([, inner]) => inner !== null)
  return Object.fromEntries(entries.map(([key, inner]) => [key, withoutEmpty(inner)]))
}

function faultsOf(issues: readonly z.core.$ZodIssue[], lineAt: (path: Path) => number | null): Fault[] {
  return issues.flatMap(issue => {
    const at = (path: Path, message: string): Fault => ({
      path: printPath(path),
      line: lineAt(path),
      message
    })
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map(key =>
        at([...issue.path, key], 'is not a key that Duologue knows; correct it or take it out')
      )
    if (issue.code === 'invalid_key')
      return [at(issue.path, `is not a name for a show: ${issue.issues[0]?.message ?? ''}`)]
    return [at(issue.path, messageOf(issue))]
  })
}

function messageOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type' && issue.input === undefined && issue.path.length > 0)
    return `is missing; expected ${issue.expected}`
  return issue.message
}

const printPath = (path: Path): string =>
  path.reduce<string>(
    (text, part) =>
      typeof part === 'number' ? `${text}[${part}]` : text === '' ? String(part) : `${text}.${String(part)}`,
    ''
  )

/** The line of the nearest node that exists on the way to `path`. */
function lineOf(document: Document, lines: LineCounter, path: Path): number | null {
  for (let length = path.length; length >= 0; length--) {
    const node = document.getIn(path.slice(0, length), true)
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line
  }
  return null
}
