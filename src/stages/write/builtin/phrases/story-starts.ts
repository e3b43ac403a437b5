/** How a story begins: "first" for the first story, "last" for the last, "next" for any other. */
export type Where = 'first' | 'next' | 'last'

export const BY_TOPIC: Record<Where, readonly string[]> = {
  first: ['We start with {topic}.', 'First, {topic}.', 'We begin in {topic}.'],
  next: [
    'Now to {topic}.',
    'On to {topic}.',
    'Turning to {topic}.',
    "Let's turn to {topic}.",
    'Next, {topic}.',
    'From {before} to {topic}.'
  ],
  last: ['And to finish, {topic}.', 'We end with {topic}.', 'And finally, {topic}.']
}

/** The name that the story is about. */
export const BY_SUBJECT: Record<Where, readonly string[]> = {
  first: ['We start with {subject}.', 'First, {subject}.', 'We begin with {subject}.'],
  next: [
    'Next, {subject}.',
    "Let's talk about {subject}.",
    'On to {subject}.',
    'Now, {subject}.',
    'Some news about {subject}.',
    'Now to {subject}.'
  ],
  last: ['And to finish, {subject}.', 'We end with {subject}.', 'Last today, {subject}.']
}

/** The topic of the story before; `field`: the same, where it is said without an article. */
export const SAME_TOPIC = ['We stay with {topic}.', 'More {field} news.', 'Staying with {topic}.']

/** Said once, of the story that most outlets have. */
export const BY_COUNT: Record<Where, readonly string[]> = {
  first: ['Our top story is in {count} of our sources.', '{Count} of our sources have our top story.'],
  next: ['{Count} of our sources have this next one.'],
  last: []
}

export const PLAIN: Record<Where, readonly string[]> = {
  first: ['Our top story.', 'Our first story today.'],
  next: ['Also in the news.', 'In other news.'],
  last: ['One last story.', 'And one more before we go.']
}

/** Before the rest of the first sentence. */
export const FUSED: Record<Where, readonly string[]> = {
  first: [],
  next: ['Elsewhere,', 'Meanwhile,'],
  last: ['And finally,', 'And last,', 'And to finish,']
}

export const FUSED_TOPIC = ['In {topic},', 'And in {topic},', 'In {topic} news,']
export const FUSED_SAME_TOPIC = ['Also in {topic},', 'Still in {topic},']

/** The host before hands over, at the end of a story. */
export const THROWS = [
  '{Name}, what about {subject}?',
  'Next, {topic}, with {name}.',
  'And now {name}, with {topic}.'
]
