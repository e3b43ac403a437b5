import type { Take } from '../../domain/take.ts'
import { estimateSeconds } from './estimate-seconds.ts'
import type { TakePlan } from './plan-take.ts'

/** Any pace would do: what counts is how the takes compare with it. */
const COMMON_PACE = { syllablesPerSecond: 4.5 }

const commonSeconds = ({ sentences }: Pick<TakePlan, 'sentences'>): number =>
  estimateSeconds(sentences, COMMON_PACE)

type Said = Pick<TakePlan, 'turn' | 'voice' | 'sentences'>

/** Seconds that a take will last, by those that the same voice has; by all of them where it has none. */
export function createTakeEstimate(
  plans: readonly Said[],
  takes: readonly Pick<Take, 'turn' | 'durationMs'>[]
): (plan: Pick<TakePlan, 'voice' | 'sentences'>) => number {
  const lasted = new Map(takes.map(({ turn, durationMs }) => [turn, durationMs / 1000]))
  const shareOf = (some: readonly Said[]): number | null => {
    const rendered = some.filter(({ turn }) => lasted.has(turn))
    const common = rendered.reduce((sum, plan) => sum + commonSeconds(plan), 0)
    const really = rendered.reduce((sum, { turn }) => sum + (lasted.get(turn) ?? 0), 0)
    return common > 0 ? really / common : null
  }
  return plan => {
    const own = shareOf(plans.filter(({ voice }) => voice === plan.voice))
    return commonSeconds(plan) * (own ?? shareOf(plans) ?? 1)
  }
}
