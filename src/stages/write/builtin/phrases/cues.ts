/** What the next sentence is about, as its words show. */
export const CUE_KINDS = [
  'refusal',
  'warning',
  'critics',
  'money',
  'plans',
  'ahead',
  'research',
  'quote',
  'past',
  'numbers'
] as const
export type CueKind = (typeof CUE_KINDS)[number]

/** Asked by the host before. */
export const QUESTIONS: Record<CueKind, readonly string[]> = {
  refusal: ['Any comment on that?', 'Has there been a reply?'],
  warning: ['Are there warnings?', 'Is anyone urging caution?'],
  critics: ['Are there critics?', 'Is there criticism?'],
  money: ['And the money?', 'What about the money?', 'How much money is involved?'],
  plans: ['What happens next?', 'And what comes next?', 'What is planned?', 'Where does it go from here?'],
  ahead: ['What lies ahead?', 'And looking ahead?'],
  research: ['And the research?', 'What does the research say?'],
  quote: ['Is there a quote?', 'Is anyone on the record?'],
  past: ['And the background?', 'What came before?', 'Is there some history?'],
  numbers: [
    'And the numbers?',
    'What are the figures?',
    'How does that look in numbers?',
    'Do we have figures?',
    'Are there numbers?',
    'Any figures?'
  ]
}

/** Said by the host who goes on. */
export const STATEMENTS: Record<CueKind, readonly string[]> = {
  refusal: ['On a response:'],
  warning: ['There is a warning:', 'A word of caution:'],
  critics: ['There are critics:'],
  money: ['On the money:', 'The sums:'],
  plans: ['As for what comes next:', 'The next step:', 'On what is planned:'],
  ahead: ['Looking ahead:', 'What is to come:', 'And ahead:'],
  research: ['From the research:'],
  quote: ['On the record:', 'A quote:'],
  past: ['Some background:', 'Some history:', 'A look back:', 'The story so far:'],
  numbers: [
    'In numbers:',
    'The figures:',
    'Some figures:',
    'A few numbers:',
    'By the numbers:',
    'Here are the figures:'
  ]
}

/** The next sentence begins with a name that was heard in the story, but not just now. */
export const NAME_QUESTIONS = ['And {name}?', 'What about {name}?', 'What do we know about {name}?']

/** The next sentence begins with the name that the last one had, too. */
export const NAME_MORE = [
  'What else on {name}?',
  'Tell me more about {name}.',
  'What more do we know about {name}?'
]
