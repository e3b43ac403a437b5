import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { readListeners } from '../../src/server/listener-book.ts'
import type { RunningServer } from '../../src/server/start-server.ts'
import { newHome } from '../helpers/new-home.ts'
import { ask, EPISODE, fillLibrary, serveLibrary } from '../helpers/served-library.ts'

let server: RunningServer
afterEach(() => server.close())

const NAMES = ['episode.mp3', 'morning-2026-11-22.mp3']

test.each([{}, { isPrivate: true }])(
  'audio that waits for its time to appear cannot be had before (%j)',
  async wish => {
    const home = await newHome()
    await fillLibrary(home)
    const episode = join(home, EPISODE)
    await writeFile(join(episode, 'request.json'), '{}')
    server = await serveLibrary(home, wish)
    const { me } = await readListeners(home)
    const under = me === undefined ? '' : `/l/${me}`
    const statuses = () =>
      Promise.all(NAMES.map(async name => (await ask(server, `${under}${EPISODE}/${name}`)).status))
    expect(await statuses()).toEqual([404, 404])
    await writeFile(join(episode, 'episode.json'), '{}')
    expect(await statuses()).toEqual([200, 200])
  }
)

test('a download goes on when its file is removed, and the next finds nothing', async () => {
  const home = await newHome()
  const audio = join(home, EPISODE, 'episode.mp3')
  await mkdir(join(home, EPISODE), { recursive: true })
  await writeFile(audio, Buffer.alloc(20_000_000, 7))
  server = await serveLibrary(home)
  const answer = await fetch(`${server.url}${EPISODE}/episode.mp3`)
  await rm(audio)
  expect((await answer.arrayBuffer()).byteLength).toBe(20_000_000)
  expect((await ask(server, `${EPISODE}/episode.mp3`)).status).toBe(404)
})
