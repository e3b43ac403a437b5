import { cutText, plainLine } from './cut-text.ts'

const MAX_TITLE = 120

/** Apple wants neither the show's name nor a number in an episode's title. */
const NUMBERED = /\bep(?:isode|\.)? ?#?\d|\b\d{4}-\d{2}-\d{2}\b|^#?\d+\b(?=\s*[:.–—-])/i

const isGood = (title: string, showTitle: string): boolean =>
  title !== '' &&
  title.length <= MAX_TITLE &&
  !title.toLowerCase().includes(showTitle.toLowerCase()) &&
  !NUMBERED.test(title)

function titlesOfStories(stories: string[]): string[] {
  const [first = '', second = '', ...more] = stories
  const comma = `${first}${second}`.includes(',') ? ';' : ','
  if (second === '') return [first]
  if (more.length === 0) return [`${first}; ${second}`, `${first}${comma} and more`, first]
  return [`${first}${comma} ${second}${comma} and more`, `${first}${comma} and more`, first]
}

/** The episode's title: the writer's where it will do, else made of the first stories' titles; at most 120 characters. */
export function buildTitle(written: string, stories: string[], showTitle: string): string {
  const title = plainLine(written)
  if (isGood(title, plainLine(showTitle))) return title
  const lines = stories.map(story => plainLine(story).replace(/\.$/, '')).filter(line => line !== '')
  const candidates = titlesOfStories(lines)
  const fitting = candidates.find(candidate => candidate !== '' && candidate.length <= MAX_TITLE)
  return fitting ?? cutText(candidates.at(-1) || title, MAX_TITLE)
}
