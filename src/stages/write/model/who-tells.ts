import type { Format } from '../formats/format.ts'
import type { Studio } from './studio.ts'

/** One host asks, and the other answers: no fact is told by the first. */
export const isInterview = ({ name }: Pick<Format, 'name'>): boolean => name === 'interview'

/** Who says it after `before`: the next host; in an interview the one who asks, or the one who answers. */
export function tellerAfter(
  { assignment: { show }, format }: Studio,
  before: string | undefined,
  isQuestion = false
): string {
  const hosts = show.hosts.map(({ name }) => name)
  const at = isInterview(format) ? (isQuestion ? 0 : 1) : hosts.indexOf(before ?? '') + 1
  return hosts[at % hosts.length] ?? ''
}
