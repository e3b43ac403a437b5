type Phonemize = (text: string, language: string) => Promise<string[]>

const EVENTS = ['uncaughtException', 'unhandledRejection'] as const

/** phonemizer 1.2.1 (emscripten) takes over the process's last-resort handlers as it loads; they are given back. */
async function load(): Promise<Phonemize> {
  const before = EVENTS.map(event => new Set(process.rawListeners(event)))
  const { phonemize } = await import('phonemizer')
  EVENTS.forEach((event, i) => {
    for (const listener of process.rawListeners(event))
      if (!before[i]?.has(listener)) process.removeListener(event, listener as () => void)
  })
  return phonemize
}

let loaded: Promise<Phonemize> | undefined

const oneByOne = async (runs: readonly string[], voice: string, phonemize: Phonemize): Promise<string[]> => {
  const said: string[] = []
  for (const run of runs) said.push((await phonemize(run, voice)).join(' '))
  return said
}

/**
 * What espeak-ng says for each run of words, in IPA, as it prints it. All runs go in one call, as each call sets the voice anew:
 * an empty line ends a clause, and each clause is printed on its own line.
 */
export async function sayRuns(runs: readonly string[], voice: string): Promise<string[]> {
  const spoken = runs.filter(run => /[\p{L}\p{N}]/u.test(run))
  if (spoken.length === 0) return runs.map(() => '')
  const phonemize = await (loaded ??= load())
  const lines = await phonemize(spoken.join('\n\n'), voice)
  const said = lines.length === spoken.length ? lines : await oneByOne(spoken, voice, phonemize)
  return runs.map(run => (/[\p{L}\p{N}]/u.test(run) ? (said.shift() ?? '') : ''))
}
