import { readdir, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { createFileLibrary } from '../../src/adapters/library/create-file-library.ts'
import type { EpisodeRef } from '../../src/domain/episode.ts'
import type { Library } from '../../src/domain/library.ts'
import { removeUnusedTakes } from '../../src/workers/remove-unused-takes.ts'
import { newHome } from '../helpers/new-home.ts'
import { publishedEpisode } from '../helpers/published-episode.ts'
import { takesOf } from '../helpers/publishing.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const name = (letter: string) => letter.repeat(64)
const info = { durationMs: 1, sampleRateHz: 16_000, speechLevelDbfs: -20, spans: [] }

let home: string
let library: Library

beforeEach(async () => {
  home = await newHome()
  library = createFileLibrary(home)
})

/** Takes that were last asked for so many days ago. */
async function saveTakes(letters: string, days: number): Promise<void> {
  const then = new Date(Date.now() - days * DAY_MS)
  for (const letter of letters) {
    await library.saveTake(name(letter), new Uint8Array(76), info)
    await utimes(library.takePath(name(letter)), then, then)
  }
}

async function addEpisode(ref: EpisodeRef, letters: string, files: { audio?: boolean; told?: boolean }) {
  await library.writeJson(ref, 'takes.json', takesOf(...[...letters].map(name)))
  if (files.audio === true) await library.writeFile(ref, 'episode.mp3', 'sound')
  if (files.told === true) await library.writeJson(ref, 'episode.json', publishedEpisode(ref))
}

const left = async () => (await library.takes()).map(sha256 => sha256[0]).join('')

describe('takes', () => {
  test('that nobody names go after a week, with what is known of them', async () => {
    await saveTakes('ab', 8)
    await saveTakes('c', 6)
    expect(await removeUnusedTakes(library)).toEqual({ done: 2, faults: [] })
    expect(await readdir(join(home, 'takes'))).toEqual([`${name('c')}.json`, `${name('c')}.wav`])
  })

  test('of every show stay while an episode has its audio or is still made', async () => {
    await saveTakes('abcdef', 30)
    await addEpisode({ show: 'morning', episode: '2026-11-20' }, 'a', { audio: true, told: true })
    await addEpisode({ show: 'evening', episode: '2026-11-20' }, 'b', { audio: true, told: true })
    await addEpisode({ show: 'evening', episode: '2026-11-21' }, 'c', {})
    await addEpisode({ show: 'evening', episode: '2026-11-22' }, 'd', { audio: true })
    await addEpisode({ show: 'morning', episode: '2026-11-19' }, 'ae', { told: true })
    expect(await removeUnusedTakes(library)).toEqual({ done: 2, faults: [] })
    expect(await left()).toBe('abcd')
  })

  test('that a run has asked for stay, however old and unnamed', async () => {
    await saveTakes('ab', 30)
    expect(await library.findTake(name('a'))).not.toBeNull()
    await removeUnusedTakes(library)
    expect(await left()).toBe('a')
  })

  test('all stay where it cannot be read which of them are named, and that is told', async () => {
    await saveTakes('a', 30)
    const ref = { show: 'morning', episode: '2026-11-20' }
    await addEpisode(ref, 'b', { audio: true, told: true })
    await library.writeFile(ref, 'takes.json', '{"takes": [')
    const { done, faults } = await removeUnusedTakes(library)
    expect([done, await left()]).toEqual([0, 'a'])
    expect(faults).toEqual([expect.stringMatching(/takes\.json is not JSON/)])
  })

  test('are told of where they cannot be removed, and the others go', async () => {
    await saveTakes('abc', 30)
    const failing: Library = {
      ...library,
      removeTake: (sha256, since) =>
        sha256 === name('b') ? Promise.reject(new Error('EACCES: b')) : library.removeTake(sha256, since)
    }
    expect(await removeUnusedTakes(failing)).toEqual({ done: 2, faults: ['EACCES: b'] })
    expect(await left()).toBe('b')
  })

  test('are looked for in no more episodes than it takes to find that each is named', async () => {
    await saveTakes('a', 30)
    const ref = (episode: string) => ({ show: 'morning', episode })
    await addEpisode(ref('2026-11-19'), 'a', { audio: true, told: true })
    await addEpisode(ref('2026-11-20'), 'b', { audio: true, told: true })
    const read: string[] = []
    const watched: Library = {
      ...library,
      readJson: async (episode, file, schema) => {
        read.push(episode.episode)
        return library.readJson(episode, file, schema)
      }
    }
    await removeUnusedTakes(watched)
    expect(read).toEqual(['2026-11-19'])
  })

  test('are the only files that go: what else lies in their folder stays', async () => {
    await saveTakes('a', 30)
    const other = join(home, 'takes', 'notes.wav')
    await writeFile(other, 'mine')
    await utimes(other, 0, 0)
    await removeUnusedTakes(library)
    expect(await readdir(join(home, 'takes'))).toEqual(['notes.wav'])
  })
})

test('A take that is found is as good as new, and one that was saved today is not touched', async () => {
  await saveTakes('a', 30)
  await saveTakes('b', 0.5)
  const timeOf = async (letter: string) => (await stat(library.takePath(name(letter)))).mtimeMs
  const before = await timeOf('b')
  for (const letter of 'ab') await library.findTake(name(letter))
  expect(await timeOf('a')).toBeGreaterThan(Date.now() - DAY_MS)
  expect(await timeOf('b')).toBe(before)
})
