import { FORMAT_NEEDS } from '../../../domain/format-needs.ts'
import type { Format } from './format.ts'

export const story: Format = {
  name: 'story',
  what: 'Fiction with a narrator and characters, from a text or a topic.',
  ...FORMAT_NEEDS.story,
  builtin: ['text'],
  roles: ['is the narrator', 'is a character, and says only what that character says'],
  rules: [
    'Invent a story: it has people, a place, a wish and something in its way.',
    'Let the narrator tell what is seen and done.',
    'Let the characters speak for themselves, as people talk.',
    'Give each character one host, and keep to it.',
    'Let the narrator name who is there before somebody new speaks.',
    'Say nothing of real people, firms or news.',
    'End with a change: something is not as it was.',
    'Give no moral.'
  ],
  sample: [
    {
      host: 0,
      text: 'The tide had turned when Mara reached the boat. Her brother was already in it, with no oars.'
    },
    { host: 1, text: 'You said you would bring them.' },
    { host: 2, text: 'I said I would think about it.', style: 'embarrassed' },
    { host: 0, text: 'The rope slid off the ring by itself, and the boat began to think as well.' }
  ],
  turnWords: { least: 2, most: 90 },
  styles: [
    'angry',
    'confused',
    'determined',
    'embarrassed',
    'excited',
    'fearful',
    'happy',
    'hopeful',
    'relieved',
    'sad',
    'softvoice',
    'surprised',
    'whispering'
  ],
  factual: false
}
