import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import NodeID3 from 'node-id3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { tagMp3 } from '../../src/adapters/id3/tag-mp3.ts'
import { toIso6392 } from '../../src/adapters/id3/to-iso-639-2.ts'
import type { Tags } from '../../src/stages/mix/ports.ts'

const cover = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3])
const tags: Tags = {
  title: 'Ünïcode: “東京” & more',
  artist: 'The Desk',
  album: 'Morning Brief',
  date: '2026-11-05',
  language: 'en-gb',
  comment: 'Made by AI.',
  cover,
  chapters: [
    { title: 'Welcome', startMs: 0, endMs: 12_000 },
    { title: 'Zażółć gęślą jaźń', startMs: 12_000, endMs: 70_000 }
  ]
}
/** Sound in which bytes happen to read like the head of another tag. */
const audio = Buffer.from('\xff\xfb\x90\x64soundID3\x03\x00\x00\x00\x00\x00\x04more sound', 'latin1')

let folder: string
let path: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'duologue-id3-'))
  path = join(folder, 'episode.mp3')
  await writeFile(path, audio)
})
afterEach(() => rm(folder, { recursive: true }))

test('every tag can be read again', async () => {
  await tagMp3(path, tags)
  const read = NodeID3.read(path)
  expect(read).toMatchObject({
    title: tags.title,
    artist: 'The Desk',
    album: 'Morning Brief',
    genre: 'Podcast',
    year: '2026',
    date: '0511',
    language: 'eng',
    comment: { language: 'eng', text: 'Made by AI.' },
    image: { mime: 'image/jpeg', type: { id: 3 }, imageBuffer: Buffer.from(cover) },
    chapter: [
      { elementID: 'ch0', startTimeMs: 0, endTimeMs: 12_000, tags: { title: 'Welcome' } },
      { elementID: 'ch1', startTimeMs: 12_000, endTimeMs: 70_000, tags: { title: 'Zażółć gęślą jaźń' } }
    ],
    tableOfContents: [{ elementID: 'toc', isOrdered: true, elements: ['ch0', 'ch1'] }]
  })
})

test('the file begins with an ID3v2.3 header, and its sound is what it was, even where it reads like a tag', async () => {
  await tagMp3(path, tags)
  const data = await readFile(path)
  expect([...data.subarray(0, 5)]).toEqual([0x49, 0x44, 0x33, 3, 0])
  expect(data.subarray(-audio.length).equals(audio)).toBe(true)
})

test('tagging again replaces the tag', async () => {
  await tagMp3(path, { ...tags, title: 'An older and much longer title than the one that comes after it' })
  await tagMp3(path, tags)
  const again = await readFile(path)
  await writeFile(path, audio)
  await tagMp3(path, tags)
  expect(again.equals(await readFile(path))).toBe(true)
})

describe('the language of the tags', () => {
  test.each([
    ['en', 'eng'],
    ['EN-gb', 'eng'],
    ['de-CH', 'ger'],
    ['gsw', 'gsw'],
    ['xx', 'und'],
    ['', 'und']
  ])('of %j is %s', (tag, code) => {
    expect(toIso6392(tag)).toBe(code)
  })
})
