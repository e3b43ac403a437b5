import type fs from 'node:fs/promises'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { openSharedFile } from '../../src/server/open-shared-file.ts'
import { newHome } from '../helpers/new-home.ts'

const removed = vi.hoisted(() => new Set<string>())

vi.mock('node:fs/promises', async original => {
  const real = await original<typeof fs>()
  return {
    ...real,
    // As where a file is removed between one look at it and the next.
    realpath: async (path: string) => {
      if (removed.has(path)) await real.rm(path)
      return real.realpath(path)
    }
  }
})

test('a file that is removed just after it was opened is as good as none', async () => {
  const root = await newHome()
  const path = join(root, 'episode.mp3')
  await writeFile(path, 'sound')
  const file = await openSharedFile(root, ['episode.mp3'])
  expect(file?.bytes).toBe(5)
  await file?.handle.close()
  removed.add(path)
  expect(await openSharedFile(root, ['episode.mp3'])).toBeNull()
})
