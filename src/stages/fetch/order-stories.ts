import type { Scored } from './choose-stories.ts'
import { LIGHT_TOPICS } from './topic-of.ts'

const isLight = ({ candidate }: Scored): boolean =>
  candidate.topic !== null && LIGHT_TOPICS.has(candidate.topic)

/** The biggest story first, each followed by those on its topic; a light one, if there is any after the first, last. */
export function orderStories(chosen: readonly Scored[]): Scored[] {
  const ranked = [...chosen].sort((a, b) => b.score - a.score || (a.candidate.id < b.candidate.id ? -1 : 1))
  const ordered = ranked.flatMap((story, at) => {
    const { topic } = story.candidate
    const first = topic === null ? at : ranked.findIndex(other => other.candidate.topic === topic)
    if (first !== at) return []
    return topic === null ? [story] : ranked.filter(other => other.candidate.topic === topic)
  })
  const light = ordered.findLastIndex((story, at) => at > 0 && isLight(story))
  return light === -1 ? ordered : [...ordered.toSpliced(light, 1), ...ordered.slice(light, light + 1)]
}
