import type { Story } from '../../../domain/rundown.ts'
import { splitSentences } from '../../../domain/sentences.ts'
import { areNounsHeard, hear, isIntroduced, NOTHING_HEARD } from '../builtin/language/heard-before.ts'
import { namesOf } from '../builtin/language/names.ts'
import { contentStems, overlapOf } from '../builtin/language/words.ts'
import type { CheckedTurn } from '../check/context.ts'
import { checkTurn } from '../check/check-turn.ts'
import type { PlainLine } from './plain-lines.ts'
import type { Proposal, Studio } from './studio.ts'

type Line = Pick<Proposal, 'text' | 'items'>

/** Sentences that belong together. */
function groupsOf(lines: readonly PlainLine[]): PlainLine[][] {
  const groups: PlainLine[][] = []
  for (const line of lines) {
    if (line.glued) groups.at(-1)?.push(line)
    else groups.push([line])
  }
  return groups
}

const asLine = (group: readonly PlainLine[]): Line => ({
  text: group.map(({ text }) => text).join(' '),
  items: [...new Set(group.map(({ item }) => item))]
})

/** With fewer, "It was so" would be like any sentence. */
const LEAST_STEMS = 4
const MOST_ALIKE = 0.6

/** Was it said already, in these words or others? */
const isTold = (text: string, told: readonly ReadonlySet<string>[]): boolean => {
  const stems = contentStems(text)
  return told.some(other => other.size >= LEAST_STEMS && overlapOf(stems, other) >= MOST_ALIKE)
}

/** Gives one line of the built-in writer after the other: the next that is new, and can be understood after what was said. */
export function createReplacements(
  { checks }: Studio,
  story: Story,
  lines: readonly PlainLine[]
): (said: readonly CheckedTurn[]) => Line | null {
  const names = namesOf(story.items)
  const left = groupsOf(lines).map(asLine)
  return said => {
    const own = said.filter(turn => turn.story === story.id)
    const heard = own.reduce((sum, { text }) => hear(sum, text), NOTHING_HEARD)
    const told = own.flatMap(({ text }) => splitSentences(text)).map(contentStems)
    const fits = ({ text, items }: Line): boolean => {
      const turn = { id: 'now', host: checks.show.hosts[0]?.name ?? '', text, items, story: story.id }
      return (
        !isTold(text, told) &&
        isIntroduced(text, heard, names) &&
        areNounsHeard(text, heard) &&
        checkTurn(turn, { ...checks, said }).length === 0
      )
    }
    const at = left.findIndex(fits)
    return at === -1 ? null : (left.splice(at, 1)[0] ?? null)
  }
}
