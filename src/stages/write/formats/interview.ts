import { FORMAT_NEEDS } from '../../../domain/format-needs.ts'
import type { Format } from './format.ts'

export const interview: Format = {
  name: 'interview',
  what: 'One host asks, the other answers from the sources.',
  ...FORMAT_NEEDS.interview,
  builtin: [],
  roles: ['asks, and never answers', 'has read the sources, and answers from them'],
  rules: [
    'Let the first host only ask, and the second only answer.',
    'Ask one thing at a time, in at most 20 words.',
    'Ask first what happened, then how, then what follows.',
    'Let each question grow out of the last answer.',
    'Answer at once, with a fact from the sources.',
    'Say who reports it.',
    'Say so where the sources do not tell.',
    'Let the second host speak of the people in the news, never as one of them.'
  ],
  sample: [
    { host: 0, text: 'What happened to the clock of Little Marl?' },
    {
      host: 1,
      text: 'It stopped at ten past four on Monday. The parish newsletter says that a jackdaw had built its nest behind the dial.'
    },
    { host: 0, text: 'And when will it go again?' },
    {
      host: 1,
      text: 'Not before the young birds fly. That is what the clockmaker told the newsletter, and she gives no date.'
    }
  ],
  turnWords: { least: 5, most: 80 },
  styles: [],
  factual: true
}
