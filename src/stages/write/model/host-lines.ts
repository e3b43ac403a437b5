import type { Show } from '../../../domain/show.ts'
import type { Format, SampleTurn } from '../formats/format.ts'
import { harmlessLine } from './delimit-items.ts'

/** The hosts for a prompt: name, what each is there for, and how each is. */
export const hostLines = ({ hosts }: Show, { roles }: Format): string =>
  hosts
    .map(({ name, character }, at) => {
      const role = roles[at] ?? roles.at(-1) ?? ''
      return `- ${[name, role].filter(part => part !== '').join(': ')}${character === undefined ? '' : ` (${harmlessLine(character)})`}`
    })
    .join('\n')

export const ruleLines = ({ rules }: Format): string => rules.map(rule => `- ${rule}`).join('\n')

/** A format's sample, said by the show's hosts. */
export const sampleLines = ({ hosts }: Show, sample: readonly SampleTurn[]): string =>
  sample.map(({ host, text }) => `${hosts[host % hosts.length]?.name ?? ''}: ${text}`).join('\n')
