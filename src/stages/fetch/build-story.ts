import type { Item } from '../../domain/feed.ts'
import type { Story } from '../../domain/rundown.ts'
import type { Candidate } from './build-candidate.ts'
import { findDifferences } from './find-differences.ts'

/** What was told before is known by its lead, whose text is left out, so that nobody tells it again. */
const withoutText = (item: Item): Item => ({ ...item, text: '', substance: 'headline' })

/** A chosen story as the rundown has it: what is new first, and where its outlets differ. */
export function buildStory(
  { id, items, topic, followUp, toldLead }: Candidate,
  score: number,
  budgetSeconds: number
): Story {
  const differences = findDifferences(items)
  return {
    id,
    title: items[0]?.title ?? '',
    items: toldLead === undefined ? items : [...items, withoutText(toldLead)],
    outlets: [...new Set(items.map(item => item.outlet))],
    topic,
    score: Number(score.toFixed(4)),
    budgetSeconds,
    ...(differences.length === 0 ? {} : { differences }),
    ...(followUp === undefined ? {} : { followUp })
  }
}
