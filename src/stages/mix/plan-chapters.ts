import type { Chapter, HeardTurn } from '../../domain/master.ts'
import type { Script } from '../../domain/script.ts'

/** A chapter for each segment that is heard, in the order heard. The first starts at 0, each lasts until the next one, the last until the end. */
export function planChapters(script: Script, heard: HeardTurn[], durationMs: number): Chapter[] {
  const startOfTurn = new Map(heard.map(turn => [turn.turn, turn.startMs]))
  const starts = script.segments.flatMap(segment => {
    const first = script.turns.find(turn => turn.segment === segment.id)
    const startMs = first && startOfTurn.get(first.id)
    return startMs === undefined ? [] : [{ segment, startMs }]
  })
  starts.sort((a, b) => a.startMs - b.startMs)
  return starts.map(({ segment, startMs }, i) => ({
    segment: segment.id,
    title: segment.title,
    startMs: i === 0 ? 0 : startMs,
    endMs: starts[i + 1]?.startMs ?? durationMs
  }))
}
