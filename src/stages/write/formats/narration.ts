import { FORMAT_NEEDS } from '../../../domain/format-needs.ts'
import type { Format } from './format.ts'

export const narration: Format = {
  name: 'narration',
  what: 'One host tells it all, or reads a text as it stands.',
  ...FORMAT_NEEDS.narration,
  builtin: ['feeds', 'text'],
  roles: ['tells everything'],
  rules: [
    'Tell each story from its beginning to its end.',
    'Speak to one listener.',
    'Ask no questions, and talk to nobody else.',
    'Begin with what happened, then say how it came about.',
    'Lead from one thought to the next.',
    'Name the source of a story once.',
    'Mix short sentences with longer ones.'
  ],
  sample: [
    {
      host: 0,
      text: 'There is one road to the island of Oss, and twice a day the sea takes it away. The post van has a timetable of its own, printed beside that of the tides.'
    },
    {
      host: 0,
      text: 'On most days the two agree. On the others the van waits at the chapel, and the driver sorts the letters by the light of her dashboard.'
    }
  ],
  turnWords: { least: 20, most: 100 },
  styles: [],
  factual: true
}
