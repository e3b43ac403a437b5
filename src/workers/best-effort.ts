/** What came of work that may fail without anything else failing. */
export interface Effort {
  done: number
  faults: string[]
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** Works on one after the other, whatever becomes of any; `work` says whether there was something to do. */
export async function eachAtBest<T>(
  list: () => Promise<readonly T[]>,
  work: (one: T) => Promise<boolean>
): Promise<Effort> {
  const effort: Effort = { done: 0, faults: [] }
  const fails = (error: unknown) => void effort.faults.push(messageOf(error))
  for (const one of await list().catch((error: unknown) => (fails(error), [])))
    await work(one).then(did => (effort.done += did ? 1 : 0), fails)
  return effort
}
