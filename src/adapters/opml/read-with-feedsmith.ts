import { parseOpml } from 'feedsmith'
import type { Outline } from './outline.ts'
import { WEIGHT_ATTRIBUTE } from './weight-attribute.ts'

interface Nested extends Outline {
  [WEIGHT_ATTRIBUTE]?: string
  outlines?: Nested[]
}

/** Every outline of a list that is well-formed, in order; throws where it is not. */
export function readWithFeedsmith(text: string): Outline[] {
  const { body } = parseOpml(text, { extraOutlineAttributes: [WEIGHT_ATTRIBUTE] })
  return flat((body?.outlines ?? []) as Nested[])
}

function flat(outlines: readonly Nested[]): Outline[] {
  return outlines.flatMap(({ outlines: inner = [], ...outline }) => [
    { ...outline, weight: outline[WEIGHT_ATTRIBUTE] },
    ...flat(inner)
  ])
}
