import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RunningServer } from '../../src/server/start-server.ts'
import { newHome } from '../helpers/new-home.ts'
import { addPublishedEpisode } from '../helpers/page-library.ts'
import { ask, serveLibrary } from '../helpers/served-library.ts'

let server: RunningServer

beforeAll(async () => {
  const home = await newHome()
  await addPublishedEpisode(home)
  server = await serveLibrary(home)
})
afterAll(() => server.close())

test.each(['/', '/shows/morning-brief/', '/shows/morning-brief/episodes/2026-11-22'])(
  'a page that has not changed costs a 304, which leaves it its security policy: %s',
  async path => {
    const first = await ask(server, path)
    const again = await ask(server, path, { 'if-none-match': String(first.headers.etag) })
    expect([first.status, again.status, again.text]).toEqual([200, 304, ''])
    expect(first.headers['content-security-policy']).toContain("script-src 'self'")
    for (const name of ['content-security-policy', 'referrer-policy', 'cache-control', 'x-frame-options'])
      expect(again.headers[name], name).toBe(first.headers[name])
  }
)
