/** How much was told. */
export const COUNTS = [
  'That was {title}: {stories}, from {sources}.',
  'That makes {stories} for {day}, from {sources}.',
  'That was {title} for {day}: {stories} from {sources}.',
  'And that is it for {day}: {stories}, from {sources}.',
  'You have heard {title} for {day}: {stories} from {sources}.',
  '{Stories} from {sources}: that was {title}.'
]

export const LINKED = [
  'The sources are linked in the notes.',
  'All of the sources are linked in the notes.',
  'Each of the sources is linked in the notes.'
]

/** Where there is one source only. */
export const LINKED_ONE = ['The reports are linked in the notes.', 'Every report is linked in the notes.']

/** Where a source has no address. */
export const NAMED = ['The sources are named in the notes.', 'You will find the sources in the notes.']

export const THANKS = [
  'Thanks for listening.',
  'Thank you for listening.',
  'Thank you for your company.',
  'Thanks for your time.',
  'Thank you for spending these minutes with us.',
  'Thanks for being with us.'
]

/** Said by somebody who is alone. */
export const THANKS_ALONE = [
  'Thanks for listening.',
  'Thank you for listening.',
  'Thank you for your company.',
  'Thanks for your time.',
  'Thank you for spending these minutes with me.'
]

export const GOODBYES = [
  'For {other} and myself, goodbye.',
  'Goodbye from {other}, and goodbye from me.',
  'That is all from {other} and me. Goodbye.',
  'From {other} and me, goodbye.',
  "I'm {me}, with {other}. Goodbye.",
  'From both of us, goodbye.',
  'Goodbye from both of us.'
]

/** Where more than one says goodbye with the last: `all` ends with "me". */
export const GOODBYES_OF_MANY = [
  'For {others}, and for myself, goodbye.',
  'Goodbye from {others}, and goodbye from me.',
  'That is all from {all}. Goodbye.',
  'From {all}, goodbye.',
  "I'm {me}, with {others}. Goodbye.",
  'Goodbye from {all}.'
]

export const GOODBYES_ALONE = ['Goodbye from me, {me}.', 'This was {me}. Goodbye.', 'From me, {me}, goodbye.']
