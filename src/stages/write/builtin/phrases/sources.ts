/** After the first sentences of a story: where they are from. */
export const ATTRIBUTIONS = [
  "That's from {outlet}.",
  'That report is from {outlet}.',
  '{Outlet} has that story.',
  'That comes from {outlet}.',
  'So {outlet} reports.',
  'The source is {outlet}.',
  "That's how {outlet} tells it.",
  'We have that from {outlet}.',
  '{Outlet} is the source here.',
  '{Outlet} has the report.',
  'That news is from {outlet}.',
  'Our source is {outlet}.',
  'All of that is from {outlet}.',
  'You can read that in {outlet}.',
  'That was {outlet}.',
  'As reported by {outlet}.'
]

/** Where the phrases above are used up; may be said again of another outlet. */
export const ATTRIBUTIONS_PLAIN = ['From {outlet}.', 'Source: {outlet}.', 'Reported by {outlet}.']

/** The same, where other outlets are heard later in the story. */
export const ATTRIBUTIONS_AND_OTHERS = [
  "That's from {outlet}, and {others} the story too.",
  'So {outlet} reports, and {others} it as well.',
  'That comes from {outlet}; {others} the story, too.',
  '{Outlet} is not alone with this: {others} it as well.'
]

/** Where not every outlet is heard. */
export const AGREEMENTS = [
  '{Count} outlets have this one: {list}.',
  'That story is in {list}.',
  '{Count} of our sources carry this: {list}.',
  'We have this from {list}.',
  'The story is told by {count} sources: {list}.',
  'It is reported by {list}.'
]

/** Another outlet is heard: before a sentence. */
export const ADDITIONS = [
  '{Outlet} adds:',
  '{Outlet} also has this:',
  'And this from {outlet}:',
  'In {outlet} we find this:',
  '{Outlet} writes:',
  'To that, {outlet} adds:',
  'From {outlet} we learn:',
  'And {outlet} reports:',
  '{Outlet} says:',
  '{Outlet} tells us:',
  '{Outlet} goes on:',
  'As {outlet} has it:',
  'A line from {outlet}:',
  '{Outlet} mentions this:'
]

/** Where the phrases above are used up; may be said again of another outlet. */
export const ADDITIONS_PLAIN = ['From {outlet}:', 'In {outlet}:', '{Outlet}:']

/** The same, as a sentence. */
export const ADDITIONS_WHOLE = [
  '{Outlet} has more on this.',
  'There is more in {outlet}.',
  '{Outlet} is on this story as well.',
  'We also have a report from {outlet}.',
  '{Outlet} gives another detail.',
  '{Outlet} has a further point.',
  'The next part is from {outlet}.'
]

/** Another outlet is asked for, by the host before. */
export const ADDITIONS_ASKED = [
  'What does {outlet} add?',
  'And {outlet}?',
  'What else is in {outlet}?',
  'What do we learn from {outlet}?',
  'Does {outlet} have more?',
  'How does {outlet} report it?',
  'What does {outlet} say about it?',
  'Is there more from {outlet}?',
  'What is in the report by {outlet}?'
]

/** The outlet has a name that cannot be said. */
export const ADDITIONS_UNNAMED = [
  'There is more in another report.',
  'Another of our sources has this.',
  'A further report goes on.'
]
