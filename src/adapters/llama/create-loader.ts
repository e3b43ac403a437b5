export interface Loader<T> {
  /** Loads at the first call; a load that failed is tried again at the next. */
  load(): Promise<T>
  /** What the last load gave. */
  readonly loaded: T | undefined
  /** The next call loads again. */
  forget(): void
}

export function createLoader<T>(run: () => Promise<T>): Loader<T> {
  let loading: Promise<T> | undefined
  let loaded: T | undefined
  const forget = (): void => void (loading = undefined)
  return {
    load() {
      loading ??= run().then(
        result => (loaded = result),
        (error: unknown) => {
          forget()
          throw error
        }
      )
      return loading
    },
    get loaded() {
      return loaded
    },
    forget
  }
}
