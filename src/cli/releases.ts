type Release = () => Promise<unknown> | unknown

/** What was acquired, given back in reverse order, each once, also when one of them fails. */
export function createReleases() {
  const stack: Release[] = []
  return {
    push: (release: Release) => void stack.push(release),
    async run(): Promise<void> {
      const errors: unknown[] = []
      for (let release = stack.pop(); release !== undefined; release = stack.pop()) {
        try {
          await release()
        } catch (error) {
          errors.push(error)
        }
      }
      if (errors.length > 0) throw errors[0]
    }
  }
}
