import { FORMAT_NEEDS } from '../../../domain/format-needs.ts'
import type { Format } from './format.ts'

export const conversation: Format = {
  name: 'conversation',
  what: 'Hosts who talk the stories over: they react, ask and answer.',
  ...FORMAT_NEEDS.conversation,
  builtin: ['feeds'],
  roles: ['knows the story and tells it', 'wants to understand it, and asks what a listener would ask'],
  rules: [
    'Let the hosts talk to each other, not to the listener.',
    'Tell a story piece by piece, one fact in each turn.',
    'Ask a question only when the next turn answers it.',
    'Answer in the first words of the next turn.',
    'Mix long turns with very short ones.',
    'React in at most six words, and only now and then.',
    'Do not repeat what the other host said.',
    'Do not praise a question or a story.',
    'Use the other host’s name at most once in a story.'
  ],
  sample: [
    { host: 0, text: 'So the lighthouse at Cope Head has a new keeper, the first in thirty years.' },
    { host: 1, text: 'I thought the lamp ran by itself?' },
    {
      host: 0,
      text: 'It does. The keeper is for the birds: they fly at the glass at night, and somebody has to pull the blinds.'
    },
    { host: 1, text: 'Blinds, on a lighthouse.' },
    { host: 0, text: 'On the land side only. Ships never notice.', style: 'happy' }
  ],
  turnWords: { least: 3, most: 70 },
  styles: ['happy', 'surprised', 'hopeful'],
  factual: true
}
