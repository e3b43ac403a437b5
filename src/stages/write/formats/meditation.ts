import { FORMAT_NEEDS } from '../../../domain/format-needs.ts'
import type { Format } from './format.ts'

export const meditation: Format = {
  name: 'meditation',
  what: 'A quiet voice with long pauses, from a text or a topic.',
  ...FORMAT_NEEDS.meditation,
  builtin: ['text'],
  roles: ['guides one listener'],
  rules: [
    'Speak to one listener, as “you”.',
    'Use short sentences of at most twelve words.',
    'Say one thing in each turn.',
    'Begin with the breath, go on to the body, then to one picture from nature.',
    'Offer, do not order: the listener may always do it another way.',
    'Use soft words; nothing sudden, nothing sad.',
    'Promise no cure, and give no advice about health.',
    'At the end lead back to the room.'
  ],
  sample: [
    { host: 0, text: 'Let your shoulders be heavy.', style: 'softvoice' },
    { host: 0, text: 'You do not have to change your breath. Only notice it.', style: 'softvoice' },
    { host: 0, text: 'It comes in like a small wave. It goes out again by itself.', style: 'softvoice' }
  ],
  turnWords: { least: 3, most: 24 },
  styles: ['softvoice'],
  pauseSeconds: 4,
  factual: false
}
