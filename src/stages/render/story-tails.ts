import type { Script, Turn } from '../../domain/script.ts'

/** A story as it is told. */
export interface Told {
  turns: Turn[]
  /** First turn of the next segment. */
  next: Turn | undefined
}

/** The stories that are told, in order. */
export function toldIn({ segments, turns }: Pick<Script, 'segments' | 'turns'>): Told[] {
  return segments
    .filter(({ kind }) => kind === 'story')
    .map(({ id }) => turns.filter(({ segment }) => segment === id))
    .filter(({ length }) => length > 0)
    .map(own => ({ turns: own, next: turns[turns.findIndex(turn => turn === own.at(-1)) + 1] }))
}

/** Details at the end of a story, its first turn never among them. */
export const tailOf = (turns: readonly Turn[]): Turn[] =>
  turns.slice(Math.max(1, turns.findLastIndex(({ kind }) => kind !== 'detail') + 1))

const NOWHERE = Number.MAX_SAFE_INTEGER

/** The outlets that each story must go on telling from: those that only tails tell from, each kept where it comes first in one. */
export function keepersOf(
  told: readonly Told[],
  outletsOf: (turns: readonly Turn[]) => string[]
): Set<string>[] {
  const tails = told.map(({ turns }) => tailOf(turns))
  const places = tails.map(tail =>
    tail.flatMap((turn, at) => outletsOf([turn]).map(outlet => ({ outlet, at })))
  )
  const firstIn = (story: number, outlet: string): number =>
    places[story]?.find(place => place.outlet === outlet)?.at ?? NOWHERE
  const certain = new Set(
    told.flatMap(({ turns }, story) => outletsOf(turns.slice(0, turns.length - (tails[story]?.length ?? 0))))
  )
  const keepers = told.map(() => new Set<string>())
  for (const outlet of new Set(places.flat().map(place => place.outlet))) {
    const [keeper] = told.map((_story, at) => at).sort((a, b) => firstIn(a, outlet) - firstIn(b, outlet))
    if (!certain.has(outlet) && keeper !== undefined) keepers[keeper]?.add(outlet)
  }
  return keepers
}
