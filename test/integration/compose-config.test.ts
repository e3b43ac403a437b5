import { spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { packageRoot } from '../../src/config/load-settings.ts'
import { gate, toolPath } from '../helpers/system-tool.ts'

/** Docker's own compose, or the one that came before it. */
function findCompose(): [string, ...string[]] | null {
  if (spawnSync('docker', ['compose', 'version']).status === 0) return ['docker', 'compose']
  const older = toolPath('docker-compose')
  return older === null ? null : [older]
}

const compose = findCompose()
const { skip, title } = gate(
  'docker compose takes docker-compose.yml',
  compose === null ? 'neither docker compose nor docker-compose is on PATH' : null
)

function configOf(file: string, ...wish: string[]) {
  const [command = '', ...first] = compose ?? []
  const profiles = ['--profile', 'app', '--profile', 'ollama']
  return spawnSync(command, [...first, '-f', file, ...profiles, 'config', ...wish], { encoding: 'utf8' })
}

test.skipIf(skip)(`${title}: every service of it, without a warning`, () => {
  const file = join(packageRoot, 'docker-compose.yml')
  const { status, stdout, stderr } = configOf(file, '-q')
  expect([status, stdout, stderr]).toEqual([0, '', ''])
  const services = configOf(file, '--services').stdout.trim().split('\n')
  expect(services.toSorted()).toEqual(['ollama', 'redis', 'render', 'server', 'worker'])
})

test.skipIf(skip)(`${title}, and would not take it with a service that waits for none`, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'duologue-compose-'))
  try {
    const file = join(folder, 'docker-compose.yml')
    await writeFile(file, 'services:\n  one:\n    image: redis\n    depends_on: [two]\n')
    expect(configOf(file, '-q').status).not.toBe(0)
  } finally {
    await rm(folder, { recursive: true })
  }
})
