import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { createFileLibrary } from '../../src/adapters/library/create-file-library.ts'
import { status } from '../../src/cli/commands/status.ts'
import { createPages } from '../../src/server/page/create-pages.ts'
import { listMetrics, readShowFacts } from '../../src/server/read-metrics.ts'
import { captureStdout } from '../helpers/capture-stdout.ts'
import { newHome } from '../helpers/new-home.ts'
import { addPublishedEpisode } from '../helpers/page-library.ts'

const SHOW = '/shows/morning-brief/'
let home: string

/** Three episodes: with audio; without; and one that is out of the feed, whose audio is still to be removed. */
beforeEach(async () => {
  home = await newHome()
  await addPublishedEpisode(home, { episode: '2026-11-22' })
  await addPublishedEpisode(home, { episode: '2026-11-21', audio: null })
  const dir = await addPublishedEpisode(home, { episode: '2026-11-20' })
  const told = JSON.parse(await readFile(join(dir, 'episode.json'), 'utf8'))
  const audioRemovedAt = '2026-11-22T06:00:00.000Z'
  await writeFile(join(dir, 'episode.json'), JSON.stringify({ ...told, audioRemovedAt }))
})

describe('an episode whose audio is not kept', () => {
  const read = async (path: string) =>
    (await createPages({ home, publicUrl: 'https://pods.example' }).request(path)).text()

  test('is listed without a player', async () => {
    const html = await read(SHOW)
    expect(html.match(/<article/g)).toHaveLength(3)
    expect([...html.matchAll(/<audio[^>]* src="([^"]*)"/g)].map(([, src]) => src)).toEqual([
      expect.stringContaining('2026-11-22/episode.mp3')
    ])
    expect(html.match(/no longer kept/g)).toHaveLength(2)
  })

  test.each(['2026-11-21', '2026-11-20'])(
    'has a page with its transcript and no player: %s',
    async episode => {
      const html = await read(`${SHOW}episodes/${episode}`)
      expect(html).toContain('The library is open again.')
      expect(html).not.toContain('<audio')
    }
  )

  test('is counted apart when its audio is gone', async () => {
    const none = { waiting: 0, delayed: 0, active: 0, 'waiting-children': 0, completed: 0, failed: 0 }
    const counts = { fetch: none, write: none, render: none, mix: none, publish: none }
    const failures = { fetch: 0, write: 0, render: 0, mix: 0, publish: 0 }
    const metrics = listMetrics(await readShowFacts(createFileLibrary(home)), counts, failures)
    const valueOf = (name: string) => metrics.find(metric => metric.name === name)?.samples[0]?.value
    expect([valueOf('duologue_episodes_published'), valueOf('duologue_episodes_with_audio')]).toEqual([3, 2])
  })

  test('is said to be one by status when its audio is gone', async () => {
    const { text } = await captureStdout(() => status({ home }))
    const lines = text.split('\n').filter(line => line.includes('morning-brief'))
    expect(lines.map(line => line.trim().replace(/ +/g, ' '))).toEqual([
      'morning-brief 2026-11-20 done',
      'morning-brief 2026-11-21 done, its audio is no longer kept',
      'morning-brief 2026-11-22 done'
    ])
  })
})
