/** Resolves when the signal is aborted. */
export const untilAborted = (signal: AbortSignal): Promise<void> =>
  new Promise(resolve => {
    const held = setInterval(() => {}, 1 << 30)
    const done = () => {
      clearInterval(held)
      resolve()
    }
    if (signal.aborted) done()
    else signal.addEventListener('abort', done, { once: true })
  })
