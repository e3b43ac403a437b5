/** A story that an earlier episode told begins with one of these; `day`: "yesterday", "on Friday". Something new comes next. */
export const NEWS_SINCE = [
  'We told you about this {day}; here is what is new.',
  '{Day} we told you of this story, and now there is more.',
  'There is news in a story that we told you {day}.',
  'Here is what is new in something that we told you {day}.',
  'We go back to a story that we told you {day}, with something new.',
  'Now for more on what we told you {day}.',
  'A story that we told you {day} goes on.',
  'More on a story that we told you {day}.',
  'Something new on what we told you {day}.',
  'There is more to tell of what we told you {day}.'
]

/** The same, where what comes next was heard before. */
export const HEARD_BEFORE = [
  'We told you about this {day}.',
  '{Day} we told you of this story, and here it is again.',
  'We come back to a story that we told you {day}.',
  'Again, a story that we told you {day}.',
  'This is a story that we told you {day}.',
  'You have heard of this one: we told you {day}.'
]
