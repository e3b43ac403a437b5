import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Episode } from '../../src/domain/episode.ts'
import type { Master } from '../../src/domain/master.ts'
import type { Rundown } from '../../src/domain/rundown.ts'
import type { Script } from '../../src/domain/script.ts'
import { publishEpisode } from '../../src/stages/publish/publish-episode.ts'
import { exampleInput } from './publish-example.ts'

interface Differences {
  episode?: string
  publishedAt?: string
  title?: string
  rundown?: Rundown
  script?: Script
  master?: Master
  audio?: Uint8Array | null
}

const json = (value: unknown) => JSON.stringify(value)

/** Puts the example's episode into a library as its stages would leave it. */
export async function addPublishedEpisode(
  home: string,
  {
    episode = '2026-11-22',
    publishedAt,
    title,
    rundown = exampleInput.rundown,
    script = exampleInput.script,
    master = exampleInput.master,
    audio = new Uint8Array(5)
  }: Differences = {}
): Promise<string> {
  const request = {
    ...exampleInput.request,
    episode,
    now: publishedAt ?? `${episode.slice(0, 10)}T06:00:00Z`
  }
  const input = { ...exampleInput, request, rundown, script, master }
  const { episode: told, files } = publishEpisode(input)
  const whole: Episode = { ...told, ...(title === undefined ? {} : { title }), inputHash: 'p' }
  const show = join(home, 'shows', request.show.id)
  const dir = join(show, 'episodes', episode)
  await mkdir(dir, { recursive: true })
  const all = {
    ...files,
    'request.json': json(request),
    'rundown.json': json(input.rundown),
    'script.json': json(input.script),
    'master.json': json(input.master),
    'episode.json': json(whole)
  }
  for (const [name, content] of Object.entries(all)) await writeFile(join(dir, name), content)
  if (audio !== null) await writeFile(join(dir, 'episode.mp3'), audio)
  await writeFile(join(show, 'feed.xml'), '<rss/>')
  return dir
}
