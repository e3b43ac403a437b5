import { writeFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Library } from '../../src/domain/library.ts'

const ref = { show: 'morning', episode: '2026-11-22' }
const info = {
  durationMs: 1000,
  sampleRateHz: 16_000,
  speechLevelDbfs: -20,
  spans: [{ text: 'One.', startMs: 0, endMs: 1000 }]
}
const sha = 'a'.repeat(64)

/** What every library promises. `make` gives an empty one. */
export function testLibrary(name: string, make: () => Promise<Library>): void {
  describe(`library: ${name}`, () => {
    test('gives back the JSON that was written, and null for what was not', async () => {
      const library = await make()
      const schema = z.object({ words: z.number() })
      expect(await library.readJson(ref, 'script.json', schema)).toBeNull()
      await library.writeJson(ref, 'script.json', { words: 3 })
      expect(await library.readJson(ref, 'script.json', schema)).toEqual({ words: 3 })
      expect(await library.has(ref, 'script.json')).toBe(true)
    })

    test('names the file and every fault of JSON that does not fit', async () => {
      const library = await make()
      const schema = z.object({ words: z.number(), host: z.string() })
      await library.writeJson(ref, 'script.json', { words: 'three' })
      await expect(library.readJson(ref, 'script.json', schema)).rejects.toThrow(
        /script\.json does not hold.*\n[^]*words[^]*host/
      )
      await library.writeFile(ref, 'script.json', '{"words": 3,')
      await expect(library.readJson(ref, 'script.json', schema)).rejects.toThrow(/script\.json is not JSON/)
    })

    test('lists episodes and shows in order', async () => {
      const library = await make()
      expect([await library.shows(), await library.episodes('morning')]).toEqual([[], []])
      for (const episode of ['2026-11-22-2', '2026-11-21', '2026-11-22'])
        await library.writeFile({ show: 'morning', episode }, 'notes.html', '')
      expect(await library.episodes('morning')).toEqual(['2026-11-21', '2026-11-22', '2026-11-22-2'])
      expect(await library.shows()).toEqual(['morning'])
    })

    test('a filled file is there only when its filling has ended well', async () => {
      const library = await make()
      const fail = library.fill(ref, 'episode.mp3', async path => {
        await writeFile(path, 'half')
        throw new Error('the encoder stopped')
      })
      await expect(fail).rejects.toThrow('the encoder stopped')
      expect(await library.has(ref, 'episode.mp3')).toBe(false)
      const result = await library.fill(ref, 'episode.mp3', async path => {
        expect(path).toMatch(/\.mp3$/)
        await writeFile(path, 'whole')
        return 5
      })
      expect([result, await library.has(ref, 'episode.mp3')]).toEqual([5, true])
    })

    test('keeps takes by their content address', async () => {
      const library = await make()
      expect(await library.findTake(sha)).toBeNull()
      await library.saveTake(sha, new Uint8Array(44 + 32_000), info)
      expect(await library.findTake(sha)).toEqual(info)
      expect(library.takePath(sha)).toContain(sha)
    })

    test('lists its takes, and removes one that was not asked for since', async () => {
      const library = await make()
      expect(await library.takes()).toEqual([])
      const other = 'b'.repeat(64)
      for (const name of [sha, other]) await library.saveTake(name, new Uint8Array(44 + 32_000), info)
      expect(await library.takes()).toEqual([sha, other])
      expect(await library.removeTake(sha, new Date(Date.now() - 60_000))).toBe(false)
      expect(await library.removeTake(sha, new Date(Date.now() + 60_000))).toBe(true)
      expect(await library.removeTake(sha, new Date(Date.now() + 60_000))).toBe(false)
      expect([await library.takes(), await library.findTake(sha)]).toEqual([[other], null])
    })

    test('removes a file, and says when one was written', async () => {
      const library = await make()
      expect(await library.writtenAt(ref, 'episode.mp3')).toBeNull()
      await library.remove(ref, 'episode.mp3')
      const before = Date.now()
      await library.writeFile(ref, 'episode.mp3', 'sound')
      const writtenAt = await library.writtenAt(ref, 'episode.mp3')
      expect(Math.abs((writtenAt?.getTime() ?? 0) - before)).toBeLessThan(60_000)
      await library.remove(ref, 'episode.mp3')
      expect([await library.has(ref, 'episode.mp3'), await library.writtenAt(ref, 'episode.mp3')]).toEqual([
        false,
        null
      ])
    })

    test("lists and removes a show's own files, apart from its episodes", async () => {
      const library = await make()
      expect(await library.showFiles('morning')).toEqual([])
      await library.writeFile(ref, 'notes.html', '')
      for (const name of ['feed.xml', 'feed-2.xml']) await library.writeShowFile('morning', name, '<rss/>')
      await library.writeShowFile('morning-2', 'feed.xml', '<rss/>')
      expect(await library.showFiles('morning')).toEqual(['feed-2.xml', 'feed.xml'])
      await library.removeShowFile('morning', 'feed-2.xml')
      await library.removeShowFile('morning', 'feed-2.xml')
      expect(await library.showFiles('morning')).toEqual(['feed.xml'])
      expect(await library.has(ref, 'notes.html')).toBe(true)
    })

    test("keeps a show's own files beside its episodes", async () => {
      const library = await make()
      expect(await library.readShowFile('morning', 'cover.jpg')).toBeNull()
      await library.writeShowFile('morning', 'cover.jpg', new Uint8Array([255, 216]))
      expect([...((await library.readShowFile('morning', 'cover.jpg')) ?? [])]).toEqual([255, 216])
    })
  })
}
