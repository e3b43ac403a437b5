import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { packageRoot } from '../../src/config/load-settings.ts'
import type { Master } from '../../src/domain/master.ts'
import type { Script, Turn } from '../../src/domain/script.ts'
import { exampleMaster, exampleScript } from './publish-example.ts'

const FEEDS = join(packageRoot, 'samples/feeds')
const WORDS_A_MINUTE = 150
const WORDS_A_TURN = 40
const TURN_MS = (WORDS_A_TURN / WORDS_A_MINUTE) * 60_000

/** What the sample feeds say: text that packs as well as news does. */
async function sampleWords(): Promise<string[]> {
  const files = (await readdir(FEEDS)).filter(name => name.endsWith('.xml'))
  const texts = await Promise.all(files.map(name => readFile(join(FEEDS, name), 'utf8')))
  return (
    texts
      .join(' ')
      .replaceAll(/<[^>]*>/g, ' ')
      .match(/[A-Za-z][a-z'-]+/g) ?? []
  )
}

/** The example, with a conversation of that many minutes on its first story. */
export async function longEpisode(minutes: number): Promise<{ script: Script; master: Master }> {
  const words = await sampleWords()
  const count = (minutes * WORDS_A_MINUTE) / WORDS_A_TURN
  const texts = Array.from({ length: count }, (_, index) =>
    Array.from({ length: WORDS_A_TURN }, (_, at) => words[(index * WORDS_A_TURN + at) % words.length]).join(
      ' '
    )
  )
  const turns = texts.map((text, index): Turn => ({
    id: `t${index}`,
    host: index % 2 === 0 ? 'Ava' : 'Ben',
    kind: 'lead',
    segment: 'g1',
    text: `${text}.`,
    items: ['i1', 'i2']
  }))
  const heard = turns.map(({ id, host, text }, index) => {
    const [startMs, endMs] = [index * TURN_MS, (index + 1) * TURN_MS]
    return { turn: id, host, startMs, endMs, spans: [{ text, startMs, endMs }] }
  })
  return {
    script: { ...exampleScript, turns },
    master: { ...exampleMaster, durationMs: count * TURN_MS, heard }
  }
}
