import type { Script, Turn, TurnKind } from '../../src/domain/script.ts'
import { hashOf } from '../../src/domain/hash.ts'

/** A turn as "A10" (host, seconds), with `?` where it ends with a question, and "B10>A" where it hands over to a host. */
export type ExampleLine = string

const HOSTS: Record<string, string> = { A: 'Ada', B: 'Ben' }

interface ExampleStory {
  said: ExampleLine[]
  spare?: ExampleLine[]
  /** Item of each turn, by its place; the story's own where there is none. */
  items?: Record<number, string>
}

/** An opening, these stories, and a close of which both hosts have a turn of 5 seconds. */
export function exampleLength(stories: ExampleStory[]) {
  const seconds = new Map<string, number>()
  const turns: Turn[] = []
  const spare: Turn[] = []
  const make = (id: string, line: ExampleLine, kind: TurnKind, segment: string, item: string): Turn => {
    const [, host = '', length = '', asks, to = ''] = /^([AB])([\d.]+)(\?)?(?:>([AB]))?$/.exec(line) ?? []
    seconds.set(id, Number(length))
    const text = `This is ${id}.${asks === undefined ? '' : ' And what then?'}${to === '' ? '' : ` And now, ${HOSTS[to]}.`}`
    return { id, host: HOSTS[host] ?? '', kind, segment, text, items: kind === 'close' ? [] : [item] }
  }
  const say = (line: ExampleLine, kind: TurnKind, segment: string, item = segment): void =>
    void turns.push(make(`t${String(turns.length + 1).padStart(2, '0')}`, line, kind, segment, item))
  say('A5', 'welcome', 'opening')
  say('B5', 'lineup', 'opening')
  stories.forEach(({ said, items = {} }, at) =>
    said.forEach((line, i) => say(line, i === 0 ? 'lead' : 'detail', `story-${at + 1}`, items[i]))
  )
  say('A5', 'close', 'close')
  say('B5', 'close', 'close')
  stories.forEach(({ spare: lines = [] }, at) =>
    lines.forEach(line =>
      spare.push(make(`t${90 + spare.length}`, line, 'detail', `story-${at + 1}`, `story-${at + 1}`))
    )
  )
  const script: Script = {
    inputHash: 'x',
    title: 'An example',
    language: 'en',
    writer: 'builtin',
    segments: [
      { id: 'opening', kind: 'opening', title: 'Welcome', story: null },
      ...stories.map((_story, at) => ({
        id: `story-${at + 1}`,
        kind: 'story' as const,
        title: `Story ${at + 1}`,
        story: `s${at + 1}`
      })),
      { id: 'close', kind: 'close', title: 'Goodbye', story: null }
    ],
    turns,
    spare,
    written: hashOf(turns)
  }
  const gotSeconds = turns.reduce((sum, { id }) => sum + (seconds.get(id) ?? 0), 0)
  return {
    script,
    secondsOf: (id: string) => seconds.get(id) ?? 0,
    outletOf: (item: string) => item,
    gotSeconds
  }
}
