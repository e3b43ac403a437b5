import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'

export interface NewsConfig {
  feeds: (string | { url: string; pages?: boolean })[]
  fetch?: { allow?: string[]; pages?: boolean }
  minutes?: number
  stories?: number
}

/** Writes a configuration of one show, `local`, over the given feeds (JSON is YAML); returns its path. */
export async function writeNewsConfig(
  folder: string,
  { feeds, fetch = { allow: ['127.0.0.1'] }, minutes = 2, stories = 4 }: NewsConfig
): Promise<string> {
  const file = join(folder, 'duologue.yaml')
  const show = {
    title: 'The Local Brief',
    description: 'News of a small county.',
    feeds,
    minutes,
    stories,
    music: false
  }
  await writeFile(file, JSON.stringify({ fetch, shows: { local: show } }, null, 2))
  return file
}
