import type { Show } from '../../../../domain/show.ts'
import { spokenShow } from '../arrange/arrange-opening.ts'
import type { PhraseBook } from '../arrange/phrase-book.ts'
import { spokenList } from '../language/spoken-list.ts'
import { FRAMES, THANKS, VOICES } from './phrases.ts'
import type { ReadFormat } from './reading.ts'

export interface TextFrame {
  welcome: string
  close: string
}

/** What is said before and after a text: its name, who is heard, and that the voices are made by AI. `heard`: who speaks, the narrator first. */
export function frameText(
  show: Pick<Show, 'title'>,
  format: ReadFormat,
  title: string,
  heard: readonly string[],
  book: PhraseBook
): TextFrame {
  const [me = '', ...company] = heard
  const isOwn = title !== '' && spokenShow(title).toLowerCase() !== spokenShow(show.title).toLowerCase()
  const slots = {
    show: spokenShow(show.title),
    title: isOwn ? spokenShow(title) : '',
    me,
    others: spokenList(company)
  }
  const { titled, untitled, begin, endTitled, endUntitled } = FRAMES[format]
  const voices = VOICES[Math.min(company.length, VOICES.length - 1)] ?? []
  const said = (...pools: (readonly string[])[]): string =>
    pools.flatMap(pool => book.pick(pool, slots) ?? []).join(' ')
  return {
    welcome: said(isOwn ? titled : untitled, voices, begin),
    close: said(isOwn ? endTitled : endUntitled, ...(format === 'meditation' ? [] : [THANKS]))
  }
}
