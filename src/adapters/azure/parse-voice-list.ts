import { idsOf } from './azure-voice.ts'
import { KNOWN_VOICES } from './known-voices.ts'

/** The voices of a region by id, with their styles, from the JSON of voices/list; null where it is no such list. */
export function parseVoiceList(json: string): Map<string, readonly string[]> | null {
  const list = parseArray(json)
  if (list === null) return null
  const voices = new Map<string, readonly string[]>()
  for (const entry of list) {
    const { ShortName: name, StyleList: listed } = (entry ?? {}) as Record<string, unknown>
    if (typeof name !== 'string' || !/^[A-Za-z]{2,3}-[\p{L}\p{N}:.-]{2,120}$/u.test(name)) continue
    const styles = Array.isArray(listed) ? listed.filter(style => typeof style === 'string') : []
    for (const id of idsOf(name)) voices.set(id, styles.length > 0 ? styles : (KNOWN_VOICES.get(id) ?? []))
  }
  return voices.size > 0 ? voices : null
}

function parseArray(json: string): unknown[] | null {
  try {
    const value: unknown = JSON.parse(json)
    return Array.isArray(value) ? value : null
  } catch {
    return null
  }
}
