/** What the next sentence is about, as its words show. */
export const CUE_KINDS = [
  'refusal',
  'warning',
  'critics',
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
  money: ['How much money are we talking about?', 'And the money?', 'What about the money?'],
  plans: ['So what happens next?', 'And what comes next?', 'Where does it go from here?'],
  ahead: ['And looking ahead?', 'What lies ahead?'],
  research: ['What does the research say?', 'And the research?'],
  past: ["What's the background?", 'How far back does this go?'],
  numbers: ['Give us some numbers.', 'Do we have any figures?', 'What are the numbers?', 'And in numbers?']
}

/** The next sentence begins with a name that was heard in the story, but not just now. */
export const NAME_QUESTIONS = ['And {name}?', 'What about {name}?']

/** The next sentence begins with the name that the last one had, too. */
export const NAME_MORE = ['What else do we know about {name}?', 'Tell us more about {name}.']

/** What the last sentence told, as its words show. */
export const REACTION_KINDS = ['first', 'record', 'wait', 'silence', 'figure'] as const
export type ReactionKind = (typeof REACTION_KINDS)[number]

/** Said by the host who goes on; true whenever the last sentence is. */
export const REACTIONS: Record<ReactionKind, readonly string[]> = {
  first: ['A first, then.', 'So, a first.'],
  record: ['A record, then.', 'So, a record.'],
  wait: ['That took a while.', 'Quite a wait.'],
  silence: ['No comment, then.'],
  figure: ['{figure}.']
}
