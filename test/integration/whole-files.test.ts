import { spawnSync } from 'node:child_process'
import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { packageRoot } from '../../src/config/load-settings.ts'
import { createFileLibrary } from '../../src/adapters/library/create-file-library.ts'
import { newHome } from '../helpers/new-home.ts'

const LIMIT = 'ulimit -f 128 && exec "$0" "$@"'
/** Past the limit a write is cut short, and the next one fails, as on a full disk. */
const WRITE = `
  process.on('SIGXFSZ', () => {})
  import { createFileLibrary } from './src/adapters/library/create-file-library.ts'
  await createFileLibrary(process.argv[1]).writeShowFile('morning', 'feed.xml', 'b'.repeat(1_000_000))
`

test('a file of which only a part can be written stays as it was, and the writer is told', async () => {
  const home = await newHome()
  const library = createFileLibrary(home)
  await library.writeShowFile('morning', 'feed.xml', 'a')
  const cache = join(home, 'cache')
  await mkdir(cache)
  const script = ['--import', 'tsx', '--input-type=module', '-e', WRITE, home]
  const { status, stderr } = spawnSync('/bin/sh', ['-c', LIMIT, process.execPath, ...script], {
    cwd: packageRoot,
    env: { TMPDIR: cache, TSX_DISABLE_CACHE: '1' },
    encoding: 'utf8'
  })
  expect([status, stderr]).toEqual([1, expect.stringContaining('EFBIG')])
  const dir = library.showDir('morning')
  expect(await readFile(join(dir, 'feed.xml'), 'utf8')).toBe('a')
  expect(await readdir(dir)).toEqual(['feed.xml'])
})
