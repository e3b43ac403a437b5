import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { readListeners } from '../../src/server/listener-book.ts'
import { captureStdout } from '../helpers/capture-stdout.ts'
import { newHome } from '../helpers/new-home.ts'

const SHOW = `shows:
  tiny:
    title: Tiny
    description: A short show.
    feeds: [https://news.example.org/feed.xml]
`

async function listeners(home: string, server: string, ...args: string[]) {
  const config = join(home, 'duologue.yaml')
  await mkdir(home, { recursive: true })
  await writeFile(config, `${server}${SHOW}`)
  return captureStdout(() =>
    main(['node', 'duologue', 'listeners', '--home', home, '--config', config, ...args])
  )
}

const PRIVATE = 'server: {private: true, listeners: [ada, ben], public_url: https://pods.example.org}\n'

describe('listeners', () => {
  test('have an address each, of the page and of every feed, where the server is private', async () => {
    const home = await newHome()
    const { result, text } = await listeners(home, PRIVATE)
    const tokens = await readListeners(home)
    expect(result).toBe(0)
    expect(text).toBe(
      ['ada', 'ben']
        .map(
          name =>
            `${name}\n  page  https://pods.example.org/l/${tokens[name]}/\n  feed  https://pods.example.org/l/${tokens[name]}/shows/tiny/feed.xml\n`
        )
        .join('\n')
    )
  })

  test('get a new address where the old one is taken back; the others keep theirs', async () => {
    const home = await newHome()
    await listeners(home, PRIVATE)
    const before = await readListeners(home)
    expect((await listeners(home, PRIVATE, '--renew', 'ada', '--json')).result).toBe(0)
    const after = await readListeners(home)
    expect([after.ada === before.ada, after.ben === before.ben]).toEqual([false, true])
  })

  test('all have the same address where it is not, which a camera can read', async () => {
    const { text } = await listeners(await newHome(), '', '--qr')
    expect(text).toContain('everybody\n  page  http://localhost:7474/')
    expect(text).toMatch(/[█▀▄]{8}/)
    expect(text).toContain('set server.public_url')
  })

  test.each([
    ['a listener that is not there', PRIVATE, 'eve'],
    ['an address that all share', '', 'ada']
  ])('renewing %s is wrong usage', async (_, server, name) => {
    expect((await listeners(await newHome(), server, '--renew', name)).result).toBe(2)
  })
})
