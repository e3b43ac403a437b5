import { execFile, spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { newLibrary } from '../helpers/new-library.ts'
import { writeTinyConfig } from '../helpers/tiny-show.ts'

const BIN = fileURLToPath(new URL('../../bin/duologue.js', import.meta.url))
const hasScript = process.platform === 'linux' && spawnSync('script', ['--version']).status === 0

test.skipIf(!hasScript)(
  `on a terminal the stages are a list with progress bars${hasScript ? '' : ' (skipped: no script(1) to make a terminal with)'}`,
  async () => {
    const home = await newLibrary()
    const command = [
      process.execPath,
      BIN,
      'brief',
      'tiny',
      '--home',
      home,
      '--config',
      await writeTinyConfig(home)
    ]
    const { stdout } = await promisify(execFile)('script', [
      '-qec',
      `stty cols 100 rows 30; ${command.map(part => `'${part}'`).join(' ')}`,
      '/dev/null'
    ])
    const text = stdout.replace(/\u001b\[[0-9;?]*[A-Za-z]/g, '')
    for (const line of [
      'Fetch the feeds: done in',
      'Render the voices: done in',
      'Mix and master: done in',
      'Publish: done in'
    ]) {
      expect(text).toContain(line)
    }
    expect(text).toMatch(/[█░]{24} \d+ of \d+/)
    expect(text).toContain('hear it')
  },
  300_000
)
