import { fork } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Answered, Asked } from '../../bench/serve/ask-at-once.ts'
import type { RunningServer } from '../../src/server/start-server.ts'
import { newHome } from '../helpers/new-home.ts'
import { ask, FEED, serveLibrary } from '../helpers/served-library.ts'

const CLIENT = fileURLToPath(new URL('../../bench/serve/ask-at-once.ts', import.meta.url))
const REQUESTS = 1000
const PATH = '/shows/crowd/feed.xml'
/** As long as a feed of a hundred episodes is. */
const LONG_FEED = FEED.replace(
  '</channel>',
  `${'<item><title>News of the day</title></item>\n'.repeat(6000)}$&`
)

let server: RunningServer

beforeAll(async () => {
  const home = await newHome()
  await mkdir(join(home, 'shows/crowd'), { recursive: true })
  await writeFile(join(home, PATH), LONG_FEED)
  server = await serveLibrary(home, { requestsPerMinute: 100_000 })
})
afterAll(() => server.close())

/** Asked by another process, all at once, each on a connection of its own. */
async function askInCrowd(gzip: boolean): Promise<Answered[]> {
  const client = fork(CLIENT, { execArgv: ['--import', 'tsx'] })
  try {
    const asked: Asked = { url: server.url + PATH, requests: REQUESTS, gzip, hashed: true }
    client.send(asked)
    const [answers] = (await once(client, 'message')) as [Answered[]]
    return answers
  } finally {
    client.kill()
  }
}

test.each([
  ['as it is', false],
  ['packed', true]
])(
  'a thousand who ask for the feed at once from another process each get the whole of it, %s',
  async (_title, gzip) => {
    const { body } = await ask(server, PATH, gzip ? { 'accept-encoding': 'gzip' } : {})
    const text = (gzip ? gunzipSync(body) : body).toString()
    expect(text).toBe(LONG_FEED.replaceAll('http://localhost:7474/', `${server.url}/`))
    const sha256 = createHash('sha256').update(body).digest('hex')
    const answers = await askInCrowd(gzip)
    expect(answers).toHaveLength(REQUESTS)
    const kinds = new Set(
      answers.map(({ status, sha256, fault }) => JSON.stringify({ status, sha256, fault }))
    )
    expect([...kinds]).toEqual([JSON.stringify({ status: 200, sha256, fault: null })])
  }
)
