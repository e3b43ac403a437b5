/** What is said around a text that is read: its name where it has one of its own, else without. */
export interface FramePhrases {
  titled: readonly string[]
  untitled: readonly string[]
  /** After the welcome. */
  begin: readonly string[]
  endTitled: readonly string[]
  endUntitled: readonly string[]
}

const STORY: FramePhrases = {
  titled: [
    'This is {show}, with a story: {title}.',
    'Welcome to {show}. Our story is called {title}.',
    'You are listening to {show}. Here is a story: {title}.'
  ],
  untitled: ['This is {show}, and here is a story.', 'Welcome to {show}. Here is our story.'],
  begin: [],
  endTitled: ['That was {title}.', 'And that is the end of {title}.', 'You have heard {title}.'],
  endUntitled: ['Here our story ends.', 'That is the end of our story.']
}

const NARRATION: FramePhrases = {
  titled: ['This is {show}. What follows is {title}.', 'Welcome to {show}. You will hear {title}.'],
  untitled: ['This is {show}.', 'Welcome to {show}.'],
  begin: [],
  endTitled: ['That was {title}.', 'You have heard {title}.'],
  endUntitled: ['That was {show}.', 'You have heard {show}.']
}

const MEDITATION: FramePhrases = {
  titled: NARRATION.untitled,
  untitled: NARRATION.untitled,
  begin: [
    'Find a place where you can rest, and let us begin.',
    'Make yourself comfortable, and let us begin.',
    'Take your time to settle, and let us begin.'
  ],
  endTitled: ['Thank you for being here.', 'Thank you for taking this time.'],
  endUntitled: ['Thank you for being here.', 'Thank you for taking this time.']
}

export const FRAMES = { story: STORY, narration: NARRATION, meditation: MEDITATION }

/** Who is heard, and that no person is: one voice, two, or more. */
export const VOICES: readonly (readonly string[])[] = [
  [
    'I am {me}, and my voice is made by AI.',
    'My name is {me}, and my voice is made by AI.',
    'I am {me}, an AI voice.'
  ],
  [
    'I am {me}, and with me is {others}. Our voices are made by AI.',
    'I am {me}. You will also hear {others}. Both voices are made by AI.'
  ],
  [
    'I am {me}, and with me are {others}. Our voices are made by AI.',
    'I am {me}. You will also hear {others}. All the voices are made by AI.'
  ]
]

export const THANKS = ['Thank you for listening.', 'Thanks for listening.', 'Thank you for your company.']
