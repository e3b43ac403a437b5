import type { Master } from '../../domain/master.ts'
import type { Rundown } from '../../domain/rundown.ts'
import type { Script } from '../../domain/script.ts'
import { cutText, plainLine } from './cut-text.ts'
import { webUrl } from './web-url.ts'

const MAX_TITLE = 255

/** Podcasting 2.0's JSON chapters 1.2, in seconds from 0, ascending; a story's chapter links to its lead item. */
export function buildChapters(rundown: Rundown, script: Script, master: Master): string {
  const leadUrl = (segmentId: string) => {
    const story = script.segments.find(({ id }) => id === segmentId)?.story
    return webUrl(rundown.stories.find(({ id }) => id === story)?.items[0]?.url ?? null)
  }
  const chapters = master.chapters
    .toSorted((a, b) => a.startMs - b.startMs)
    .map(({ segment, title, startMs }, index) => {
      const url = leadUrl(segment)
      return {
        startTime: index === 0 ? 0 : Math.round(startMs) / 1000,
        title: cutText(plainLine(title), MAX_TITLE),
        ...(url === null ? {} : { url })
      }
    })
    .filter((chapter, index, all) => index === 0 || chapter.startTime > (all[index - 1]?.startTime ?? 0))
  return `${JSON.stringify({ version: '1.2.0', chapters }, null, 2)}\n`
}
