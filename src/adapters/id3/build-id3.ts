import type NodeID3 from 'node-id3'
import type { Tags } from '../../stages/mix/ports.ts'
import { toIso6392 } from './to-iso-639-2.ts'

const FRONT_COVER = 3
/** The table of contents counts its entries in one byte. */
const MOST_CHAPTERS = 255

/** The tags as node-id3 takes them. Chapters are in one ordered top-level table of contents. */
export function buildId3(tags: Tags): NodeID3.Tags {
  const language = toIso6392(tags.language)
  const [year, month, day] = tags.date.split('-')
  const chapters = tags.chapters.slice(0, MOST_CHAPTERS).map(({ title, startMs, endMs }, i) => ({
    elementID: `ch${i}`,
    startTimeMs: Math.round(startMs),
    endTimeMs: Math.round(endMs),
    tags: { title }
  }))
  return {
    title: tags.title,
    artist: tags.artist,
    album: tags.album,
    genre: 'Podcast',
    year,
    // ID3v2.3 writes the day before the month.
    date: `${day}${month}`,
    language,
    comment: { language, text: tags.comment },
    image: {
      mime: 'image/jpeg',
      type: { id: FRONT_COVER },
      description: '',
      imageBuffer: Buffer.from(tags.cover)
    },
    chapter: chapters,
    tableOfContents: [{ elementID: 'toc', isOrdered: true, elements: chapters.map(each => each.elementID) }]
  }
}
