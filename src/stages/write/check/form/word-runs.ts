import { foldText, plainText } from '../text/plain.ts'

/** Folded words, without signs. */
export const flatWords = (text: string): string[] => foldText(plainText(text)).match(/[\p{L}\p{N}]+/gu) ?? []

/** Every run of that many words. */
export function wordRuns(text: string, length: number): Set<string> {
  const words = flatWords(text)
  const runs = new Set<string>()
  for (let at = 0; at + length <= words.length; at++) runs.add(words.slice(at, at + length).join(' '))
  return runs
}

const cache = new Map<string, Set<string>>()
const MOST_CACHED = 64

/** The same, kept for texts that are asked for again and again. */
export function knownRuns(text: string, length: number): Set<string> {
  const key = `${length} ${text}`
  const known = cache.get(key)
  if (known !== undefined) return known
  if (cache.size >= MOST_CACHED) cache.clear()
  const runs = wordRuns(text, length)
  cache.set(key, runs)
  return runs
}
