import { StageError } from '../../../../domain/stage-error.ts'
import type { Segment } from '../../../../domain/script.ts'
import type { Assignment, Writing } from '../../ports.ts'
import { createPhraseBook } from '../arrange/phrase-book.ts'
import { buildDraft, cutTitle, type Section } from './build-draft.ts'
import { castCharacters } from './cast-characters.ts'
import { frameText } from './frame-text.ts'
import { planTextChapters } from './plan-chapters.ts'
import { planScenes } from './plan-scenes.ts'
import { readChapter } from './read-chapter.ts'
import { readingOf, type ReadFormat } from './reading.ts'
import type { Readers, ReadTurn } from './say-paragraph.ts'

function fail(message: string): never {
  throw new StageError('write', message, { retryable: false })
}

const segmentOf = (id: string, kind: Segment['kind'], title: string, story: string | null): Segment => ({
  id,
  kind,
  title: cutTitle(title),
  story
})

/** Reads a text as it stands: paragraphs become turns, headings chapters, and in a story other hosts say what its people say. */
export function readText({ show, rundown }: Assignment, format: ReadFormat): Writing {
  const [story] = rundown.stories
  const [item] = story?.items ?? []
  if (story === undefined || item === undefined) fail(`the rundown of ${rundown.show} holds no text to read`)
  const hosts = show.hosts.map(host => host.name)
  const { title, chapters } = planTextChapters(item.text, hosts)
  if (chapters.length === 0)
    fail(`the text of ${rundown.show} has nothing that can be read aloud; give it sentences in plain words`)
  const name = title === '' ? story.title : title
  const manner = readingOf(format)
  const planned = planScenes(chapters, manner.castsSpeech && hosts.length > 1)
  const readers: Readers = {
    narrator: hosts[0] ?? '',
    hosts,
    hostOf: castCharacters(planned.speakers, hosts)
  }
  const told = chapters.map((chapter, at): Section => ({
    segment: segmentOf(`part-${at + 1}`, 'story', chapter.title || name, story.id),
    kind: 'lead',
    turns: readChapter(chapter.title, planned.chapters[at] ?? [], readers, manner)
  }))
  const speaking = new Set(told.flatMap(({ turns }) => turns.map(({ host }) => host)))
  const heard = hosts.filter((host, at) => at === 0 || speaking.has(host))
  const book = createPhraseBook(`${show.id} ${rundown.date}`)
  const { welcome, close } = frameText(show, format, name, heard, book)
  const framed = (text: string): ReadTurn[] => [{ host: readers.narrator, text, pauseMs: manner.pauseMs }]
  const sections: Section[] = [
    { segment: segmentOf('opening', 'opening', 'Welcome', null), kind: 'welcome', turns: framed(welcome) },
    ...told,
    { segment: segmentOf('close', 'close', 'Goodbye', null), kind: 'close', turns: framed(close) }
  ]
  return buildDraft(sections, { title: name, language: show.language }, item.id, manner)
}
