import type { Story } from '../../../../domain/rundown.ts'
import type { Segment, Turn } from '../../../../domain/script.ts'
import type { Assignment, ScriptDraft } from '../../ports.ts'
import type { Composed } from './compose-episode.ts'
import { episodeTitle } from './episode-title.ts'
import { itemIdsOf, textOf, type Part } from './script-part.ts'
import { chapterTitle } from './titles.ts'

interface Section {
  segment: Segment
  parts: Part[]
}

/** The story's headline, or that of another outlet where it cannot be shown. */
function nameOf({ title, items }: Story): string | null {
  const headlines = [{ title, outlet: items[0]?.outlet ?? '' }, ...items]
  return headlines.map(each => chapterTitle(each.title, each.outlet)).find(name => name !== null) ?? null
}

function sectionsOf({ opening, stories, close }: Composed): Section[] {
  const told = stories.map(({ pool: { story }, parts }, at) => {
    const title = nameOf(story) ?? `Story ${at + 1}`
    return { segment: { id: `story-${at + 1}`, kind: 'story' as const, title, story: story.id }, parts }
  })
  return [
    { segment: { id: 'opening', kind: 'opening', title: 'Welcome', story: null }, parts: opening },
    ...told,
    { segment: { id: 'close', kind: 'close', title: 'Goodbye', story: null }, parts: close }
  ]
}

/** Numbers the turns and names the segments. */
export function draftOf({ show }: Assignment, composed: Composed): ScriptDraft {
  const sections = sectionsOf(composed)
  const turns: Turn[] = sections
    .flatMap(({ segment, parts }) => parts.map(part => ({ segment: segment.id, part })))
    .map(({ segment, part }, at) => ({
      id: `t${String(at + 1).padStart(2, '0')}`,
      host: part.host,
      kind: part.kind,
      segment,
      text: textOf(part),
      items: itemIdsOf(part)
    }))
  const told = composed.stories.map(({ pool }) => pool.story)
  return {
    title: episodeTitle(told) ?? show.title,
    language: show.language,
    writer: 'builtin',
    segments: sections.map(({ segment }) => segment),
    turns
  }
}
