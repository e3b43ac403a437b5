import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { STAGES } from '../../src/domain/stages.ts'

interface Service {
  command?: string[]
  image?: string
  profiles?: string[]
  environment?: Record<string, string>
  volumes?: string[]
}

const read = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`../../${name}`, import.meta.url)), 'utf8')
const { services, volumes } = parse(read('docker-compose.yml'), { merge: true }) as {
  services: Record<string, Service>
  volumes: Record<string, unknown>
}
const stagesOf = ({ command = [] }: Service): string[] =>
  (command[command.indexOf('--stages') + 1] ?? '').split(',')

test('Redis keeps its jobs: noeviction, and an append-only file', () => {
  const command = services.redis?.command?.join(' ')
  expect(command).toContain('--maxmemory-policy noeviction')
  expect(command).toContain('--appendonly yes')
})

test('without a profile there is Redis alone', () => {
  const plain = Object.entries(services).filter(([, { profiles }]) => profiles === undefined)
  expect(plain.map(([name]) => name)).toEqual(['redis'])
})

test('every stage is worked by exactly one kind of service', () => {
  const worked = ['server', 'worker', 'render'].flatMap(name => stagesOf(services[name] ?? {}))
  expect(worked.toSorted()).toEqual([...STAGES].toSorted())
})

test('all that work share one library, one configuration and one Redis', () => {
  for (const name of ['server', 'worker', 'render']) {
    expect(services[name]?.environment?.REDIS_URL).toBe('redis://redis:6379')
    expect(services[name]?.volumes).toEqual(services.server?.volumes)
    expect(services[name]?.image).toBe('duologue')
  }
})

test('every named volume is declared', () => {
  const used = Object.values(services).flatMap(({ volumes = [] }) =>
    volumes.map(each => each.split(':')[0] ?? '')
  )
  for (const name of used.filter(each => !/^[./]/.test(each))) expect(Object.keys(volumes)).toContain(name)
})

test('the image runs as nobody in particular, and has ffmpeg', () => {
  const dockerfile = read('Dockerfile')
  expect(dockerfile).toMatch(/^USER node$/m)
  expect(dockerfile).toMatch(/apt-get install .*ffmpeg/)
  expect(dockerfile).toMatch(/npm ci --omit=dev/)
})
