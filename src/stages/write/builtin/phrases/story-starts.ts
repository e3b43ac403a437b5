/** How a story begins: "first" for the first story, "last" for the last, "next" for any other. */
export type Where = 'first' | 'next' | 'last'

export const BY_TOPIC: Record<Where, readonly string[]> = {
  first: ['We start with {topic}.', 'First, {topic}.', 'We begin with {topic}.'],
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

/** The topic of the story before; `field`: the same, where it can be said before "news". */
export const SAME_TOPIC = ['We stay with {topic}.', 'More {field} news.', 'Staying with {topic}.']

/** Said once, of the story that most outlets have. */
export const BY_COUNT: Record<Where, readonly string[]> = {
  first: ['{Count} of our sources report our top story.', '{Count} of our sources have our top story.'],
  next: ['{Count} of our sources report this next story.', '{Count} of our sources have this next story.'],
  last: []
}

/** Where the first sentence cannot go on after words of ours. */
export const PLAIN: Record<Where, readonly string[]> = {
  first: ['Our top story.', 'Our first story today.'],
  next: ['Next up.', 'On to the next story.'],
  last: ['One last story.', 'And one more before we go.']
}

/** Before the rest of the first sentence. They say nothing of where or when it happened: the sources may know better. */
export const FUSED: Record<Where, readonly string[]> = {
  first: [],
  next: ['In other news,', 'Also in the news,'],
  last: ['And finally,', 'And lastly,', 'And to finish,']
}

export const FUSED_TOPIC = ['In {topic},', 'And in {topic},', 'In {topic} news,']
export const FUSED_SAME_TOPIC = ['Also in {topic},', 'Still in {topic},']

/** The host before hands over, at the end of a story. */
export const THROWS = [
  '{Name}, what about {subject}?',
  'Next, {topic}, with {name}.',
  'Over to {name} for {topic}.'
]
