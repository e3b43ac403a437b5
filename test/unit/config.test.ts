import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { buildJsonSchema } from '../../src/config/build-json-schema.ts'
import { ConfigError } from '../../src/config/config-error.ts'
import {
  DEMO_CONFIG,
  loadLibrarySettings,
  loadSettings,
  packageRoot
} from '../../src/config/load-settings.ts'
import { parseConfig } from '../../src/config/parse-config.ts'
import { resolveShow } from '../../src/config/resolve-show.ts'

const good = `
shows:
  morning:
    title: Morning
    description: What happened.
    feeds: [https://example.org/feed.xml]
`

const faultsOf = (text: string): string[] => {
  try {
    parseConfig(text, 'duologue.yaml')
  } catch (error) {
    if (error instanceof ConfigError)
      return error.faults.map(({ path, line, message }) => `${line} ${path}: ${message}`)
    throw error
  }
  return []
}

const KEEP_HELP =
  /shows\.morning\.keep: use a whole number of episodes, 1 to 10000, or leave it out to keep all/

const withShow = (lines: string) => `${good}${lines.replace(/^/gm, '    ')}\n`

describe('parseConfig', () => {
  test('fills in every default', () => {
    const { shows, writer, speech, fetch } = parseConfig(good, 'duologue.yaml')
    expect(shows.morning).toMatchObject({
      language: 'en',
      minutes: 5,
      stories: 6,
      format: 'brief',
      music: true,
      time_zone: 'UTC'
    })
    expect(shows.morning?.hosts).toEqual([{ name: 'Sarah' }, { name: 'Ray' }])
    expect([writer.wish, speech.model, speech.device, fetch.private_addresses]).toEqual([
      'builtin',
      'auto',
      'cpu',
      false
    ])
  })

  test('lists every fault at once, each with its line, its path and what would be right', () => {
    const faults = faultsOf(`
shows:
  morning:
    title: ''
    feeds: [ftp://example.org/feed.xml]
    minutes: 90
    schedule: every morning
    time_zone: Europe/Atlantis
    colour: blue
    hosts: [{ name: A }, { name: B }, { name: C }, { name: D }, { name: E }]
sever: {}
`)
    expect(faults).toEqual([
      expect.stringMatching(/^4 shows\.morning\.title: it is said aloud: use letters/),
      expect.stringMatching(/^\d+ shows\.morning\.description: is missing/),
      expect.stringMatching(/^10 shows\.morning\.hosts: give 1 to 4 hosts/),
      expect.stringMatching(/^5 shows\.morning\.feeds\[0\]: give the address of a feed/),
      expect.stringMatching(/^7 shows\.morning\.schedule: use a cron pattern of five fields/),
      expect.stringMatching(/^8 shows\.morning\.time_zone: use an IANA time zone/),
      expect.stringMatching(/^6 shows\.morning\.minutes: use 1 to 60 minutes/),
      expect.stringMatching(/^9 shows\.morning\.colour: is not a key/),
      expect.stringMatching(/^11 sever: is not a key/)
    ])
  })

  test.each([
    ['an empty file', '', /shows: is missing/],
    ['an alias without its anchor', 'shows: *x', /alias/i],
    ['a title that cannot be said', good.replace('Morning', '"😀 [News]"'), /title: it is said aloud/],
    [
      'a feed outside the folder of the file',
      good.replace('https://example.org/feed.xml', './../feed.xml'),
      /feeds\[0\]: give the address/
    ],
    [
      'a feed by a file address',
      good.replace('https://example.org/feed.xml', 'file:///etc/passwd'),
      /feeds\[0\]: give the address/
    ],
    ['no shows', 'shows: {}', /configure at least one show/],
    [
      'a name that is not a slug',
      good.replace('morning', 'Morning Brief'),
      /Morning Brief: is not a name for a show: use 1 to 63 of/
    ],
    ['broken YAML', 'shows: [', /^\d+ : /],
    ['a key given twice', `${good}shows: {}`, /unique/],
    [
      'two hosts of one name',
      withShow('hosts: [{ name: A, voice: slt }, { name: A, voice: rms }]'),
      /different names/
    ],
    ['a cron pattern of six fields', withShow("schedule: '0 0 6 * * *'"), /five fields/],
    ['to keep no episode', withShow('keep: 0'), KEEP_HELP],
    ['to keep more episodes than there are days in 27 years', withShow('keep: 10001'), KEEP_HELP],
    [
      'a public address without a scheme',
      `${good}server: { public_url: podcasts.example.org }`,
      /use the address that listeners reach/
    ],
    [
      'a feed weight of zero',
      withShow('').replace('[https://example.org/feed.xml]', '[{ url: https://example.org/, weight: 0 }]'),
      /feeds\[0\]/
    ]
  ])('refuses %s', (_, text, message) => {
    expect(faultsOf(text).join('\n')).toMatch(message)
  })

  test.each([
    ['', undefined],
    ['keep: 30', 30]
  ])('of a show with %j so many episodes keep their audio: %s', (line, keep) => {
    const config = parseConfig(withShow(line), 'duologue.yaml').shows.morning
    expect(config && resolveShow('morning', config, '/etc/duologue.yaml').keep).toBe(keep)
  })

  test('relative feed paths lie beside the file', () => {
    const text = good.replace('https://example.org/feed.xml', './feeds/a.xml')
    const config = parseConfig(text, '/etc/duologue.yaml').shows.morning
    expect(config && resolveShow('morning', config, '/etc/duologue.yaml').feeds[0]?.url).toBe(
      'file:///etc/feeds/a.xml'
    )
  })
})

describe('loadSettings', () => {
  const environment = {
    home: undefined,
    config: undefined,
    redisUrl: undefined,
    publicUrl: undefined,
    ffmpegPath: undefined,
    speechKey: undefined,
    writerKey: undefined,
    hfEndpoint: undefined,
    pathEnv: ''
  }
  const config = `${packageRoot}duologue.yaml`

  test("the project's own configuration and the demo's are valid", () => {
    expect(loadSettings({ config }, environment).shows.map(show => show.id)).toEqual(['morning-brief'])
    expect(loadSettings({ config: DEMO_CONFIG }, environment).shows[0]?.feeds.length).toBeGreaterThanOrEqual(
      5
    )
  })

  test('the command line wins over the environment, which wins over the file', () => {
    const env = { ...environment, home: '/env/home', publicUrl: 'https://env.example.org/' }
    expect(loadSettings({ config }, env)).toMatchObject({
      home: '/env/home',
      publicUrl: 'https://env.example.org'
    })
    expect(loadSettings({ config, home: '/arg', publicUrl: 'https://arg.example.org' }, env)).toMatchObject({
      home: '/arg',
      publicUrl: 'https://arg.example.org'
    })
  })

  test('a file that is not there is named, with what to do', () => {
    expect(() => loadSettings({ config: '/nowhere/duologue.yaml' }, environment)).toThrow(
      /\/nowhere\/duologue\.yaml.*\n.*no such file; name one with --config/
    )
    expect(() => loadLibrarySettings({ config: '/nowhere/duologue.yaml' }, environment)).toThrow(
      /no such file/
    )
  })
})

test('duologue.schema.json is what `npm run schema` writes', () => {
  const file = fileURLToPath(new URL('../../duologue.schema.json', import.meta.url))
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(JSON.parse(JSON.stringify(buildJsonSchema())))
})
