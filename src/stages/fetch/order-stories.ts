import type { Scored } from './choose-stories.ts'
import { LIGHT_TOPICS } from './topic-of.ts'

const isLight = ({ candidate }: Scored): boolean =>
  candidate.topic !== null && LIGHT_TOPICS.has(candidate.topic)

const ENOUGH_TO_LEAD = 60
/** What one sentence tells does not open an episode, while others have more. */
const leadWorth = ({ score, candidate }: Scored): number =>
  score * (0.4 + 0.6 * Math.min(1, candidate.words / ENOUGH_TO_LEAD))

function bestFirst(chosen: readonly Scored[]): Scored[] {
  const ranked = [...chosen].sort((a, b) => b.score - a.score || (a.candidate.id < b.candidate.id ? -1 : 1))
  const worths = ranked.map(leadWorth)
  const lead = worths.indexOf(Math.max(...worths))
  return [...ranked.slice(lead, lead + 1), ...ranked.toSpliced(lead, 1)]
}

/** The biggest story first, each followed by those on its topic; a light one, if there is any after the first, last. */
export function orderStories(chosen: readonly Scored[]): Scored[] {
  const ranked = bestFirst(chosen)
  const ordered = ranked.flatMap((story, at) => {
    const { topic } = story.candidate
    const first = topic === null ? at : ranked.findIndex(other => other.candidate.topic === topic)
    if (first !== at) return []
    return topic === null ? [story] : ranked.filter(other => other.candidate.topic === topic)
  })
  const light = ordered.findLastIndex((story, at) => at > 0 && isLight(story))
  return light === -1 ? ordered : [...ordered.toSpliced(light, 1), ...ordered.slice(light, light + 1)]
}
