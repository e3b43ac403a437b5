import { FORMAT_NEEDS } from '../../../domain/format-needs.ts'
import type { Format } from './format.ts'

export const debate: Format = {
  name: 'debate',
  what: 'Each host holds a side that one of the sources holds.',
  ...FORMAT_NEEDS.debate,
  builtin: [],
  roles: ['holds the first side that the sources report', 'holds another side that the sources report'],
  rules: [
    'Give each host a side that somebody in the sources takes.',
    'Say whose side it is: name the person or group that takes it.',
    'Use only arguments that stand in the sources.',
    'Answer the last argument before you give a new one.',
    'Invent no opinion, and have none of your own.',
    'Where the sources have one side only, say so, and tell what is still open.',
    'Be firm and polite: argue with the point, never with the host.',
    'Let each side have the last word in every other story.'
  ],
  sample: [
    {
      host: 0,
      text: 'The bakers of Little Marl say that the market should open at six, because bread is bought before work.'
    },
    {
      host: 1,
      text: 'Bread, yes. But the cheese stalls point out that nobody buys cheese at six, and they pay the same rent.'
    },
    {
      host: 0,
      text: 'The bakers have an answer to that: they offered to pay more for the early hours.',
      style: 'determined'
    },
    { host: 1, text: 'They did. The council has not said what “more” would be, and that is where it stands.' }
  ],
  turnWords: { least: 10, most: 70 },
  styles: ['determined', 'confused'],
  factual: true
}
