import type { Episode, SourceLink } from '../../domain/episode.ts'
import type { Item } from '../../domain/feed.ts'
import type { Master } from '../../domain/master.ts'
import type { Rundown } from '../../domain/rundown.ts'
import type { Script, Segment } from '../../domain/script.ts'
import { cutText, plainLine } from './cut-text.ts'
import { webUrl } from './web-url.ts'

/** Apple limits the value of a tag to 255 characters. */
const MAX_TITLE = 255

const sourceLink = ({ outlet, title, url }: Item): SourceLink => ({
  outlet: cutText(plainLine(outlet), MAX_TITLE),
  title: cutText(plainLine(title), MAX_TITLE),
  url: webUrl(url)
})

/** The items that the segment's turns rest on, else all items of its story. */
function sourcesOf(segment: Segment, rundown: Rundown, script: Script): SourceLink[] {
  const items = rundown.stories.find(({ id }) => id === segment.story)?.items ?? []
  const told = new Set(script.turns.filter(turn => turn.segment === segment.id).flatMap(turn => turn.items))
  const used = items.filter(({ id }) => told.has(id))
  return (used.length > 0 ? used : items).map(sourceLink)
}

/** The stories of the episode as it lists them: when each begins, in seconds, and what it rests on. */
export function planStories(rundown: Rundown, script: Script, master: Master): Episode['stories'] {
  return script.segments
    .filter(({ kind }) => kind === 'story')
    .flatMap(segment => {
      const chapter = master.chapters.find(heard => heard.segment === segment.id)
      if (chapter === undefined) return []
      return [
        {
          title: cutText(plainLine(segment.title), MAX_TITLE),
          startSeconds: Math.round(chapter.startMs) / 1000,
          sources: sourcesOf(segment, rundown, script)
        }
      ]
    })
}
