/** First and last byte, both included. */
export interface ByteRange {
  first: number
  last: number
}

/** What a Range header asks of a file: all of it, parts in the order asked, or nothing that it has. */
export type RangePlan = 'whole' | 'unsatisfiable' | ByteRange[]

const MOST_RANGES = 16
const SPEC = /^(\d*)-(\d*)$/

/**
 * Ranges as RFC 9110 has them. What is not in its grammar is ignored, and so is what would cost more
 * than the file itself: over 16 ranges, or more bytes than there are.
 */
export function planRanges(header: string | undefined, size: number): RangePlan {
  const asked = /^bytes=(.*)$/i
    .exec(header?.trim() ?? '')?.[1]
    ?.split(',')
    .map(spec => spec.trim())
  if (asked === undefined || asked.length > MOST_RANGES) return 'whole'
  const specs = asked.map(parseSpec)
  if (specs.some(spec => spec === null)) return 'whole'
  const parts = specs.flatMap(spec => (spec === null ? [] : within(spec, size)))
  if (parts.length === 0) return 'unsatisfiable'
  return parts.reduce((bytes, part) => bytes + lengthOf(part), 0) > size ? 'whole' : parts
}

export const lengthOf = ({ first, last }: ByteRange): number => last - first + 1

type Spec = { first: number; last: number } | { suffix: number }

function parseSpec(text: string): Spec | null {
  const [, first = '', last = ''] = SPEC.exec(text) ?? []
  if (first === '') return last === '' ? null : { suffix: Number(last) }
  const spec = { first: Number(first), last: last === '' ? Infinity : Number(last) }
  return spec.first <= spec.last ? spec : null
}

function within(spec: Spec, size: number): ByteRange[] {
  const { first, last } = 'suffix' in spec ? { first: size - spec.suffix, last: size } : spec
  const part = { first: Math.max(0, first), last: Math.min(last, size - 1) }
  return part.first <= part.last ? [part] : []
}
