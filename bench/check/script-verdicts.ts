import type { Item } from '../../src/domain/feed.ts'
import { checkScript } from '../../src/stages/write/check/check-script.ts'
import type { FaultKind } from '../../src/stages/write/check/fault.ts'
import type { ScriptDraft } from '../../src/stages/write/ports.ts'
import { benchShow } from './bench-show.ts'
import type { LabelledSet, LabelledTurn } from './labelled-set.ts'
import { contextOf, type Verdict } from './run-labelled-set.ts'

const HOSTS = benchShow.hosts.map(({ name }) => name)
const LEAST_TURNS = 3

/** What spoils a script that is true turn by turn. */
interface Spoiling {
  kind: FaultKind
  hosts: readonly string[]
  spoil: (text: string, at: number) => string
}

const otherHost = (at: number): string => HOSTS[(at + 1) % HOSTS.length] ?? ''
const SPOILINGS: readonly Spoiling[] = [
  { kind: 'one-voice', hosts: HOSTS.slice(0, 1), spoil: text => text },
  { kind: 'name-use', hosts: HOSTS, spoil: (text, at) => `Well, ${otherHost(at)}, ${text}` },
  { kind: 'monotone', hosts: HOSTS, spoil: text => `And now, ${text}` }
]

const draftOf = (
  turns: readonly LabelledTurn[],
  items: string[],
  { hosts, spoil }: Spoiling
): ScriptDraft => ({
  title: 'One story',
  language: 'en',
  writer: 'labelled',
  segments: [{ id: 's', kind: 'story', title: 'One story', story: turns[0]?.story ?? null }],
  turns: turns.map(({ text }, at) => {
    const host = hosts[at % hosts.length] ?? ''
    const id = `t${String(at + 1).padStart(2, '0')}`
    return { id, host, kind: 'detail', segment: 's', text: spoil(text, at), items }
  })
})

/** Every story of three true turns and more, spoilt as a whole in one of the ways by turns. */
export function scriptVerdicts(set: LabelledSet, all: readonly Item[]): Verdict[] {
  const context = contextOf(set, all)
  return context.rundown.stories.flatMap(({ id, items }, at) => {
    const turns = set.turns.filter(({ story, planted }) => story === id && planted === null)
    const [first] = turns
    const spoiling = SPOILINGS[at % SPOILINGS.length]
    if (turns.length < LEAST_TURNS || first === undefined || spoiling === undefined) return []
    const from = performance.now()
    const found = checkScript(
      draftOf(
        turns,
        items.map(item => item.id),
        spoiling
      ),
      context
    )
    const micros = (performance.now() - from) * (1000 / turns.length)
    const faults = [...found.values()].flat().filter(({ kind }) => kind === spoiling.kind)
    return [{ turn: { ...first, planted: spoiling.kind }, faults, micros }]
  })
}
