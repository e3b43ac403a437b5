import { judgePairs } from './judge.ts'
import type { Method } from './methods.ts'
import { tallyPairs } from './pairs.ts'
import type { Family } from './read-story-set.ts'

const STEPS = Array.from({ length: 40 }, (_, at) => (at + 1) / 50)

/** The baseline with the threshold that suits the set best: it is given every chance. */
export const bestThreshold = (methodAt: (least: number) => Method, dev: readonly Family[]): Method =>
  STEPS.map(methodAt)
    .map(method => ({ method, f1: tallyPairs(judgePairs(method, dev)).f1 }))
    .reduce((best, each) => (each.f1 > best.f1 ? each : best)).method
