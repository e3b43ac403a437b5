const idOf = (entry: unknown): string | null => {
  if (typeof entry === 'string') return entry
  if (typeof entry !== 'object' || entry === null) return null
  const { id, voice_id: voiceId, voice, name } = entry as Record<string, unknown>
  return [id, voiceId, voice, name].find(value => typeof value === 'string') ?? null
}

const isName = (id: string | null): id is string => id !== null && /^[^\s\p{C}][^\p{C}]{0,199}$/u.test(id)

/** The ids in a list of voices or models: names (Kokoro-FastAPI before 0.4) or objects, bare or as `voices` or `data`; null where it is no such list. */
export function parseIds(answer: unknown): string[] | null {
  const { voices, data } = (answer ?? {}) as Record<string, unknown>
  const list = [answer, voices, data].find(Array.isArray) as unknown[] | undefined
  if (list === undefined) return null
  return [...new Set(list.map(idOf).filter(isName))]
}
