import type { SpokenDifference } from '../choose/difference-of.ts'
import { ours, type Part } from './script-part.ts'

const hasOne = (text: string, values: readonly string[]): boolean =>
  values.some(value => text.includes(value))

/** The turns of a story with what its outlets differ in: after the sentence that has one of the numbers, or at the end where it says what they are of. */
export function tellDifference(parts: readonly Part[], difference: SpokenDifference | null): Part[] {
  if (difference === null) return [...parts]
  const line = ours(difference.text, difference.items)
  const at = parts.findIndex(({ lines }) =>
    lines.some(({ from, text }) => from !== null && hasOne(text, difference.values))
  )
  const own = at >= 0 ? at : difference.standsAlone ? parts.length - 1 : -1
  return parts.map((part, place) => {
    if (place !== own) return part
    const after = part.lines.findIndex(({ from, text }) => from !== null && hasOne(text, difference.values))
    const end = after >= 0 ? after + 1 : part.lines.length
    return { ...part, lines: [...part.lines.slice(0, end), line, ...part.lines.slice(end)] }
  })
}
