/** What listeners may have of a show's and of an episode's folder, and its type; the rest is the workshop. */
const SHOW_FILES: Record<string, string> = {
  'cover.jpg': 'image/jpeg',
  'cover-small.jpg': 'image/jpeg'
}

const EPISODE_FILES: Record<string, string> = {
  'episode.mp3': 'audio/mpeg',
  'chapters.json': 'application/json+chapters',
  'transcript.vtt': 'text/vtt; charset=utf-8',
  'transcript.srt': 'application/x-subrip; charset=utf-8',
  'transcript.json': 'application/json; charset=utf-8',
  'notes.html': 'text/html; charset=utf-8'
}

const FEED_FILE = /^feed(?:-[1-9]\d{0,4})?\.xml$/

const own = (files: Record<string, string>, name: string): string | null =>
  Object.hasOwn(files, name) ? (files[name] ?? null) : null

export const typeOfShowFile = (name: string): string | null => own(SHOW_FILES, name)
export const typeOfEpisodeFile = (name: string): string | null => own(EPISODE_FILES, name)

/** The feed, and the further pages of a long one. */
export const isFeedFile = (name: string): boolean => FEED_FILE.test(name)

/** Text that is worth compressing. */
export const isTextType = (type: string): boolean =>
  /^(?:text\/|application\/(?:json|x-subrip|rss\+xml|problem\+json|javascript|manifest\+json)|image\/svg)/.test(
    type
  )
