/**
 * Works on what a list yields, up to `lanes` at a time, and tells each result in the order of the list. What waits to be
 * told are results alone. `work` and `tell` must not throw.
 */
export async function inOrder<T, R>(
  list: AsyncIterator<T, unknown>,
  lanes: number,
  work: (one: T) => Promise<R>,
  tell: (result: R) => void
): Promise<void> {
  const waiting = new Map<number, R>()
  let taken = 0
  let told = 0
  let turn: Promise<unknown> = Promise.resolve()

  /** A generator is asked for one at a time. */
  const next = (): Promise<{ one: T; at: number } | null> => {
    const asked = turn.then(async () => {
      const { done, value } = await list.next()
      return done === true ? null : { one: value as T, at: taken++ }
    })
    turn = asked
    return asked
  }

  const runLane = async (): Promise<void> => {
    for (let task = await next(); task !== null; task = await next()) {
      waiting.set(task.at, await work(task.one))
      for (let result = waiting.get(told); result !== undefined; result = waiting.get(told)) {
        waiting.delete(told++)
        tell(result)
      }
    }
  }

  await Promise.all(Array.from({ length: lanes }, runLane))
}
