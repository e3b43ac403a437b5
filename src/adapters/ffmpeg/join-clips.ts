import type { Clip, MixPlan } from '../../stages/mix/ports.ts'
import type { Runner } from './create-runner.ts'
import { joinArgs } from './mix-args.ts'
import type { TemporaryFile } from './with-temporary-files.ts'

/** Files that one graph opens at once: far below the 256 that macOS allows a process. */
const MOST_INPUTS = 100

const lengthOf = (clips: Clip[]): number => clips.reduce((sum, clip) => sum + clip.durationMs + clip.gapMs, 0)

function inGroups<T>(all: T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size))
}

/** A plan with at most as many inputs as one graph may have: where there are more clips, groups of them are joined to one clip first. */
export async function joinClips(plan: MixPlan, run: Runner, file: TemporaryFile): Promise<MixPlan> {
  if (plan.clips.length <= MOST_INPUTS) return plan
  const clips: Clip[] = []
  for (const [i, group] of inGroups(plan.clips, MOST_INPUTS).entries()) {
    const path = file(`group-${i}.wav`)
    const lengthMs = lengthOf(group)
    await run(joinArgs(group, path), { lengthMs, share: 0.1 })
    clips.push({ path, durationMs: lengthMs, gainDb: 0, gapMs: 0 })
  }
  return { ...plan, clips }
}
