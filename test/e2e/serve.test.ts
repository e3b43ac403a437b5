import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import type { EpisodeState } from '../../src/server/api/api-schemas.ts'
import { newLibrary } from '../helpers/new-library.ts'
import { startCli, type StartedCli } from '../helpers/run-cli.ts'
import { runMain } from '../helpers/run-main.ts'
import { writeTinyConfig, writeTinyStory } from '../helpers/tiny-show.ts'

const SLOW = 300_000
const TOKEN = 'a-token-of-at-least-24-characters'

let running: StartedCli | undefined

/** Its address, as it says it. */
async function serve(home: string, config: string): Promise<string> {
  running = startCli(['serve', '--home', home, '--config', config, '--port', '0'], {
    DUOLOGUE_API_TOKEN: TOKEN
  })
  const { child } = running
  let log = ''
  child.stderr?.on('data', chunk => (log += chunk))
  for (;;) {
    const [, url] = /listening at (\S+)/.exec(log) ?? []
    if (url !== undefined) return url
    if (child.exitCode !== null) throw new Error(log)
    await sleep(20)
  }
}

async function stop(signal: NodeJS.Signals): Promise<void> {
  running?.child.kill(signal)
  await running?.ended
  running = undefined
}

afterEach(() => stop('SIGKILL'))

const headers = { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' }

async function askFor(url: string, key: string): Promise<EpisodeState> {
  const answer = await fetch(`${url}/api/episodes`, {
    method: 'POST',
    headers: { ...headers, 'idempotency-key': key },
    body: '{"show":"tiny"}'
  })
  return (await answer.json()) as EpisodeState
}

const hash = (data: Uint8Array) => createHash('sha256').update(data).digest('hex')

test(
  'an episode that a program asks for is made by the server, once, with a command that asks for it as well, and served',
  async () => {
    const home = await newLibrary()
    const config = await writeTinyConfig(home)
    const url = await serve(home, config)
    const { id, links } = await askFor(url, 'today')
    const follows = fetch(`${url}${links.events}`, { headers }).then(events => events.text())
    const brief = await runMain(['brief', 'tiny', '--home', home, '--config', config, '--json'])
    expect([brief.code, brief.json.made], brief.stderr).toEqual([0, true])
    expect(await follows).toContain('event: end')

    const state = (await (await fetch(`${url}${links.self}`, { headers })).json()) as EpisodeState
    expect(state).toMatchObject({ id, state: 'done', isPublished: true })
    const audio = new Uint8Array(await (await fetch(`${url}${state.links.audio}`)).arrayBuffer())
    expect(hash(audio)).toBe(hash(await readFile(String(brief.json.audio))))
    const report = await readFile(`${String(brief.json.dir)}/report.json`, 'utf8')
    expect(report.match(/"run": "(\w+)"/g)?.length).toBe(5)
    expect(new Set(report.match(/"run": "(\w+)"/g)).size).toBe(1)
    await stop('SIGTERM')
  },
  SLOW
)

test(
  'a server that is killed goes on with the episode when it is started again, and the same key still means it',
  async () => {
    const home = await newLibrary()
    const config = await writeTinyStory(home)
    const first = await serve(home, config)
    const { id, links } = await askFor(first, 'today')
    for (let at = ''; !/render|mix/.test(at);) {
      const state = (await (await fetch(`${first}${links.self}`, { headers })).json()) as EpisodeState
      at = state.stages.find(({ state }) => state === 'active')?.stage ?? ''
      await sleep(20)
    }
    await stop('SIGKILL')

    const second = await serve(home, config)
    expect((await askFor(second, 'today')).id).toBe(id)
    const events = await (await fetch(`${second}${links.events}`, { headers })).text()
    expect(events).toContain('event: end')
    const state = (await (await fetch(`${second}${links.self}`, { headers })).json()) as EpisodeState
    expect(state).toMatchObject({ id, state: 'done', isPublished: true })
    await stop('SIGTERM')
  },
  SLOW
)
