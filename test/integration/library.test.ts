import { chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { createFileLibrary } from '../../src/adapters/library/create-file-library.ts'
import { writing } from '../../src/adapters/library/library-error.ts'
import { createMemoryLibrary } from '../../src/adapters/memory-library/create-memory-library.ts'
import { testLibrary } from '../contracts/library.ts'

const homes: string[] = []
const newHome = async () => {
  const home = await mkdtemp(join(tmpdir(), 'duologue-library-'))
  homes.push(home)
  return home
}
afterEach(async () => {
  for (const home of homes.splice(0)) {
    await chmod(home, 0o700)
    await rm(home, { recursive: true, force: true })
  }
})

testLibrary('files', async () => createFileLibrary(await newHome()))
testLibrary('memory', async () => createMemoryLibrary())

describe('library: files', () => {
  test.each(['../../etc', 'a/../../b', '', '.hidden', 'a\0b', 'a b'])('refuses the name %j', async name => {
    const library = createFileLibrary(await newHome())
    await expect(async () =>
      library.writeFile({ show: 'morning', episode: '2026-11-22' }, name, '')
    ).rejects.toThrow(/not a name that the library uses/)
    expect(() => library.showDir(name)).toThrow(/not a name/)
  })

  test('a take whose file is cut short is as good as none', async () => {
    const library = createFileLibrary(await newHome())
    const info = { durationMs: 1000, sampleRateHz: 16_000, speechLevelDbfs: -20, spans: [] }
    await library.saveTake('b'.repeat(64), new Uint8Array(100), info)
    expect(await library.findTake('b'.repeat(64))).toBeNull()
  })

  test('leaves no temporary file behind, whatever happened', async () => {
    const library = createFileLibrary(await newHome())
    const ref = { show: 'morning', episode: '2026-11-22' }
    await library.writeJson(ref, 'script.json', {})
    await library.fill(ref, 'episode.mp3', async () => Promise.reject(new Error('no'))).catch(() => {})
    expect(await readdir(library.episodeDir(ref))).toEqual(['script.json'])
  })

  test('sweeps away what a killed process left of a file', async () => {
    const library = createFileLibrary(await newHome())
    const ref = { show: 'morning', episode: '2026-11-22' }
    await library.writeJson(ref, 'script.json', {})
    const left = join(library.episodeDir(ref), '.0b6c1f6e-8f0e-4c53-9d3e-1f0a4f6d7a11-episode.mp3.mix.wav')
    await writeFile(left, 'half')
    await library.fill(ref, 'episode.mp3', path => writeFile(path, 'whole'))
    expect(await readdir(library.episodeDir(ref))).toEqual(['episode.mp3', 'script.json'])
  })

  test('says what stands in the way of a write', async () => {
    const full = () =>
      Promise.reject(Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' }))
    await expect(writing('/data/takes/a.wav', full)).rejects.toThrow(
      'Cannot write /data/takes/a.wav: the disk is full; free some space'
    )
  })
})
