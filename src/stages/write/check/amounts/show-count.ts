import type { Reading } from '../reading.ts'
import type { Amount } from './amount.ts'

const COUNTED =
  /^(?:of our )?(?:top |more |other |big )?(?:stories|story|sources|outlets|reports|feeds|headlines|topics|hosts|voices|newsrooms|publishers)\b/

/** "Those were five stories from three sources": numbers of the show itself, no more than it has. */
export function isShowCount(
  amount: Amount,
  { context: { rundown, show }, items, isStory }: Reading
): boolean {
  const noun = amount.after.join(' ')
  const outlets = new Set(
    (isStory ? items : rundown.stories.flatMap(story => story.items)).map(({ outlet }) => outlet)
  )
  if (/^of our/.test(noun)) return amount.value <= outlets.size
  if (isStory) return false
  if (amount.unit === 'second') return amount.value <= show.minutes * 60
  return (
    COUNTED.test(noun) && amount.value <= Math.max(rundown.stories.length, outlets.size, show.hosts.length)
  )
}
