import type { TurnFault } from '../fault.ts'
import type { Reading } from '../reading.ts'
import { UNSPOKEN } from './patterns.ts'

/** "name=value", "/function", braces and the like. */
const CODE = /\b\w+=\w+|(?:^|\s)\/\p{L}{2,}|[{}<>|\\‹›]/u

/** Quotation marks and dashes as written; only marks that no voice says. */
export function checkForm({ turn, context }: Reading): TurnFault[] {
  const text = turn.text.replace(/[©®™]/g, '')
  const faults: TurnFault[] = []
  for (const [kind, what, pattern] of UNSPOKEN) {
    const found = pattern.exec(text)?.[0].trim()
    if (found === undefined) continue
    faults.push({ kind, text: found, message: `"${found}" is ${what}, which must not be heard` })
  }
  const code = CODE.exec(text)?.[0].trim()
  if (code !== undefined)
    faults.push({
      kind: 'markup',
      text: code,
      message: `"${code}" is written for a machine, and cannot be said`
    })
  if (/[\p{Cc}]/u.test(text.replace(/\s/g, ' ')) || /\n/.test(turn.text.trim()))
    faults.push({
      kind: 'markup',
      text: turn.text.slice(0, 40),
      message: 'it holds a line break or a control character; a turn is one line'
    })
  return [
    ...faults,
    ...labelFaults(
      text,
      context.show.hosts.map(({ name }) => name)
    )
  ]
}

const ANY_LABEL =
  /^\s*(?:\*\*)?(?:host|speaker|narrator|assistant|system|user|anchor|presenter|interviewer|guest|announcer|co-?host|voice|moderator|female|male|man|woman)(?: (?:[a-z]|\d{1,2}|one|two))?(?:\*\*)?\s*(?::|\]|-\s)/i

/** "Sarah:" at the start, or after a full stop. */
function labelFaults(text: string, hosts: readonly string[]): TurnFault[] {
  const names = hosts.map(name => name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('|')
  const byName = new RegExp(
    `(?:^|[.!?"”]\\s+)(?:\\*\\*)?(?:${names})(?:\\*\\*)?\\s*(?:\\([^)]{1,30}\\))?:`,
    'i'
  )
  const later = /[.!?]\s+(?:Host|Speaker|Narrator|Guest) ?(?:[A-Z]|\d)?:/
  const found = (byName.exec(text) ?? ANY_LABEL.exec(text) ?? later.exec(text))?.[0].trim()
  if (found === undefined) return []
  return [
    {
      kind: 'speaker-label',
      text: found,
      message: `"${found}" is a speaker label; a turn holds only what is said`
    }
  ]
}
