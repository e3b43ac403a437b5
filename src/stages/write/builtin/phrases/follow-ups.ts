/** A story that an earlier episode told begins with one of these; `day`: "yesterday", "on Friday". Something new comes next. */
export const NEWS_SINCE = [
  'We told you about this {day}; here is what is new.',
  '{Day} we told you about this story, and now there is more.',
  'There is news in a story that we told you about {day}.',
  'Back to a story that we told you about {day}, with something new.',
  'Now for more on what we told you about {day}.',
  'More on a story that we told you about {day}.',
  'Something new on what we told you about {day}.',
  'And now the latest on a story that we told you about {day}.'
]

/** The same, where what comes next was heard before. */
export const HEARD_BEFORE = [
  'We told you about this {day}.',
  '{Day} we told you about this story, and here it is again.',
  'We come back to a story that we told you about {day}.',
  'Again, a story that we told you about {day}.',
  'This is a story that we told you about {day}.',
  'You may have heard this one: we told you about it {day}.'
]
