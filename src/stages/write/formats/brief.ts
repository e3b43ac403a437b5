import { FORMAT_NEEDS } from '../../../domain/format-needs.ts'
import type { Format } from './format.ts'

export const brief: Format = {
  name: 'brief',
  what: 'The headlines, quickly: one or two turns for each story.',
  ...FORMAT_NEEDS.brief,
  builtin: ['feeds'],
  roles: ['opens the programme and leads every other story', 'leads the stories between'],
  rules: [
    'Tell each story in one or two turns.',
    'Say in the first sentence what happened.',
    'Then give the one figure or detail that matters most.',
    'Name the source of a story once.',
    'Leave out background.',
    'Use short sentences, and words that people say.',
    'Do not comment.'
  ],
  sample: [
    {
      host: 0,
      text: 'The village pond of Little Marl is full again. The parish says it took eleven days of rain.'
    },
    {
      host: 1,
      text: 'The ducks were back before the water was. Forty of them, by the count of the primary school.'
    },
    {
      host: 0,
      text: 'Next, the great bell of Marl. It rings a quarter tone lower since Sunday, and nobody can say why.'
    }
  ],
  turnWords: { least: 15, most: 45 },
  styles: [],
  factual: true
}
