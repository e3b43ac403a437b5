import type { Item } from '../../src/domain/feed.ts'
import { checkScript } from '../../src/stages/write/check/check-script.ts'
import type { ScriptDraft } from '../../src/stages/write/ports.ts'
import type { LabelledSet, LabelledTurn } from './labelled-set.ts'
import { contextOf, type Verdict } from './run-labelled-set.ts'

const draftOf = (turns: readonly LabelledTurn[], items: string[], hosts: readonly string[]): ScriptDraft => ({
  title: 'One story',
  language: 'en',
  writer: 'labelled',
  segments: [{ id: 's', kind: 'story', title: 'One story', story: turns[0]?.story ?? null }],
  turns: turns.map(({ text }, at) => {
    const host = hosts[at % hosts.length] ?? ''
    return { id: `t${String(at + 1).padStart(2, '0')}`, host, kind: 'detail', segment: 's', text, items }
  })
})

/** Every story of three true turns and more: told by one host alone it is at fault, told by two it is not. */
export function oneVoiceVerdicts(set: LabelledSet, all: readonly Item[]): Verdict[] {
  const context = contextOf(set, all)
  return context.rundown.stories.flatMap(({ id, items }) => {
    const turns = set.turns.filter(({ story, planted }) => story === id && planted === null)
    if (turns.length < 3 || turns[0] === undefined) return []
    const from = performance.now()
    const found = checkScript(
      draftOf(
        turns,
        items.map(item => item.id),
        ['Sarah']
      ),
      context
    )
    const micros = (performance.now() - from) * (1000 / turns.length)
    const faults = [...found.values()].flat().filter(({ kind }) => kind === 'one-voice')
    return [{ turn: { ...turns[0], planted: 'one-voice' as const }, faults, micros }]
  })
}
