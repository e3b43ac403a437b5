/** How a story begins: "first" for the first story, "last" for the last, "next" for any other. */
export const BY_OUTLET = {
  first: [
    'We begin with a report from {outlet}.',
    'The first story comes from {outlet}.',
    '{Outlet} has our first story.',
    'First, a report from {outlet}.',
    'We start with {outlet}.'
  ],
  next: [
    'Next, a story from {outlet}.',
    'The next report comes from {outlet}.',
    'Now to a report from {outlet}.',
    '{Outlet} has this one.',
    'Here is one from {outlet}.',
    'We turn to {outlet}.',
    'This one comes from {outlet}.',
    'Our source for the next story is {outlet}.',
    'Also in the news, from {outlet}.',
    'A report now from {outlet}.',
    'Another story, this one from {outlet}.'
  ],
  last: [
    'The last story today is from {outlet}.',
    'One more, from {outlet}.',
    'We end with a report from {outlet}.',
    'And finally, a story from {outlet}.',
    '{Outlet} has our last story.'
  ]
}

export const BY_COUNT = {
  first: [
    'We begin with a story that {count} of our sources carry.',
    'The first story is in {list}.',
    'First, a story told by {list}.',
    '{Count} sources have our first story: {list}.'
  ],
  next: [
    '{Count} of our sources carry the next one.',
    'The next story is told by {list}.',
    'We have the next one from {list}.',
    'Next, a story with {count} sources: {list}.',
    'This one appears in {list}.',
    'Now to a story that {count} outlets report.',
    '{Count} newsrooms have this one.'
  ],
  last: [
    'The last story comes from {list}.',
    'We end with a story that {count} outlets have.',
    'One more, and {count} of our sources carry it.',
    'And finally, a story told by {list}.'
  ]
}

export const BY_TOPIC = {
  first: ['We begin with {topic}.', 'First, {topic}.', '{Topic} first.'],
  next: [
    'Now to {topic}.',
    'Next, {topic}.',
    'On to {topic}.',
    '{Topic} next.',
    'We move to {topic}.',
    'From {before} to {topic}.',
    'Now, {topic}.'
  ],
  last: ['We end with {topic}.', 'Last, {topic}.', 'One more story, on {topic}.', 'And finally, {topic}.']
}

/** The name that the story is about. */
export const BY_SUBJECT = {
  first: ['We begin with {subject}.', 'First, {subject}.', 'The first story is about {subject}.'],
  next: [
    'Next, {subject}.',
    'Now to {subject}.',
    'The next story is about {subject}.',
    'And now, {subject}.',
    'This one is about {subject}.',
    '{Subject} is in the news.',
    'There is news on {subject}.'
  ],
  last: ['The last story is about {subject}.', 'We end with {subject}.', 'And finally, {subject}.']
}

/** The topic of the story before. */
export const SAME_TOPIC = [
  'We stay with {topic}.',
  'Another story on {topic}, from {outlet}.',
  'Still on {topic}, {outlet} has a report.'
]

/** One host asks, the other begins the story. */
export const ASKED = {
  first: ['What does {outlet} report?', 'What is the news on {subject}?', 'What do we have from {outlet}?'],
  next: [
    'What does {outlet} have?',
    'What is the news on {subject}?',
    'And what do we have from {outlet}?',
    'And {subject}?',
    'What is new with {subject}?',
    'What did you find in {outlet}?',
    'What does {outlet} report on {subject}?',
    'What is the story about {subject}?',
    'What is next?',
    'What else is in the news?'
  ],
  last: [
    'What do we close with?',
    'And to end, what does {outlet} have?',
    'What is our last story?',
    'And last, what is the news on {subject}?'
  ]
}
