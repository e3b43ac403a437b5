/** What the next sentence is about, as its words show. */
export const CUE_KINDS = [
  'refusal',
  'warning',
  'critics',
  'danger',
  'open',
  'why',
  'compare',
  'money',
  'plans',
  'ahead',
  'research',
  'past',
  'numbers'
] as const
export type CueKind = (typeof CUE_KINDS)[number]

/** Asked by the host before. */
export const QUESTIONS: Record<CueKind, readonly string[]> = {
  refusal: ['Any response to that?', 'Has there been a response?'],
  warning: ['Are there any concerns?', 'Is anyone urging caution?'],
  critics: ['And what about the critics?', 'Is there criticism?'],
  danger: ['Is there any danger?', 'Is anybody in danger?'],
  open: ['Is anything still open?', 'What is not known yet?'],
  why: ['Do we know why?', 'What is the reason?'],
  compare: ['How does that compare?', 'Is that up or down?', 'And how does that compare with before?'],
  money: ['How much money are we talking about?', 'And the money?', 'What about the money?'],
  plans: ['So what happens next?', 'And what comes next?', 'Where does it go from here?'],
  ahead: ['And looking ahead?', 'What lies ahead?'],
  research: ['What does the research say?', 'And the research?'],
  past: ["What's the background?", 'What is the background to this?'],
  numbers: ['Do we have any figures?', 'What are the numbers?', 'And in numbers?']
}

/** What the next sentence tells of something that was heard, as its words show. */
export const THING_KINDS = [
  'what',
  'who',
  'use',
  'weight',
  'size',
  'speed',
  'maker',
  'says',
  'voices'
] as const
export type ThingKind = (typeof THING_KINDS)[number]

/** Asked of a thing, or of people, by what they are called in the story. */
export const THING_QUESTIONS: Record<ThingKind, readonly string[]> = {
  what: ['What is {thing}?', 'And what is {thing}?'],
  who: ['Who is {thing}?', 'And who is {thing}?'],
  use: ['What is {thing} used for?', 'And what is {thing} used for?'],
  weight: ['How heavy is {thing}?', 'And how heavy is {thing}?'],
  size: ['How big is {thing}?', 'And how big is {thing}?'],
  speed: ['How fast is {thing}?', 'And how fast is {thing}?'],
  maker: ['Who {verb} {thing}?', 'And who {verb} {thing}?'],
  says: ['What does {thing} say?', 'And what does {thing} say?', 'What do we hear from {thing}?'],
  voices: ['What do {thing} say?', 'And what do {thing} say?', 'What do we hear from {thing}?']
}

/** The next sentence begins with a name that was heard in the story, but not just now. */
export const NAME_QUESTIONS = ['And {name}?', 'What about {name}?']

/** The next sentence begins with the name that the last one had, too. */
export const NAME_MORE = ['What else do we know about {name}?', 'Tell us more about {name}.']

/** What the last sentence told, as its words show. */
export const REACTION_KINDS = ['first', 'record', 'wait', 'silence', 'over', 'yet', 'figure'] as const
export type ReactionKind = (typeof REACTION_KINDS)[number]

/** Said by the host who goes on; true whenever the last sentence is. */
export const REACTIONS: Record<ReactionKind, readonly string[]> = {
  first: ['A first, then.', 'So, a first.'],
  record: ['A record, then.', 'So, a record.'],
  wait: ['That took a while.', 'Quite a wait.'],
  silence: ['No comment, then.'],
  over: ['Not any more.'],
  yet: ['Not yet.'],
  figure: ['{figure}.']
}
