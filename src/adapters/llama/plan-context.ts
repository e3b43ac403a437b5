const DEFAULT_TOKENS = 8192
/** llama.cpp rounds a context up to a multiple of it. */
const STEP = 256

/** How many tokens a context has: what is asked for, no more than the model was trained to read. Throws a RangeError. */
export function planContext(asked: number | undefined, trained: number | null): number {
  if (asked !== undefined && !(Number.isInteger(asked) && asked >= STEP))
    throw new RangeError(`contextTokens is ${asked}: give a whole number from ${STEP} on`)
  const most = Math.min(asked ?? DEFAULT_TOKENS, trained ?? Infinity)
  return Math.max(STEP, Math.floor(most / STEP) * STEP)
}
