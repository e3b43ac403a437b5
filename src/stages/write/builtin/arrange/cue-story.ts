import type { Candidate } from '../sentences/candidates.ts'
import { cueContent, cueOutlet, type Cue, type CueContext } from './cue-turn.ts'
import { ours, type Part } from './script-part.ts'

const CUED_SHARE = 0.8

function cueFor(turns: readonly (readonly Candidate[])[], at: number, context: CueContext): Cue | null {
  const last = turns[at - 1] ?? []
  const next = turns[at]?.[0]
  if (next === undefined) return null
  if (next.item.outlet !== last.at(-1)?.item.outlet) return cueOutlet(next, context, true)
  if (context.random.next() > CUED_SHARE) return null
  const heard = turns.slice(0, at).flat()
  return cueContent(next, last, heard.map(({ text }) => text).join(' '), context)
}

/** Puts words between the turns of a story that say what comes: asked by the one host, or said by the other. */
export function cueStory(parts: Part[], turns: readonly (readonly Candidate[])[], context: CueContext): void {
  for (let at = 1; at < turns.length; at++) {
    const cue = cueFor(turns, at, context)
    const [next] = turns[at] ?? []
    if (cue === null || next === undefined) continue
    const line = ours(cue.text, [next.item])
    if (cue.by === 'before') parts[at - 1]?.lines.push(line)
    else parts[at]?.lines.unshift(line)
  }
}
