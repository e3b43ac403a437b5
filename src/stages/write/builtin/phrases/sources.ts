/** Before the rest of a sentence: who reports it. May be said again of another outlet. */
export const CREDITS_BEFORE = ['{Outlet} reports that', 'According to {outlet},', '{Outlet} writes that']

/** The same, of an outlet that is heard after another. */
export const CREDITS_ADDED = [
  '{Outlet} adds that',
  '{Outlet} also reports that',
  'According to {outlet},',
  '{Outlet} also writes that'
]

/** At the end of a sentence. */
export const CREDITS_AFTER = ['according to {outlet}', '{outlet} reports', 'says {outlet}', '{outlet} writes']

/** After the first sentences of a story, where they have no room for their source. */
export const ATTRIBUTIONS = [
  "That's from {outlet}.",
  '{Outlet} has that story.',
  'That report comes from {outlet}.',
  'We have that from {outlet}.',
  'You can read that in {outlet}.'
]

/** Where the phrases above are used up; may be said again of another outlet. */
export const ATTRIBUTIONS_PLAIN = ['That comes from {outlet}.', 'The source for that is {outlet}.']

/** The same, where the story before came from that outlet, too. */
export const ATTRIBUTIONS_AGAIN = [
  "That's from {outlet} as well.",
  '{Outlet} has that one, too.',
  'That also comes from {outlet}.'
]

/** Before the first sentence of an outlet that could not be named otherwise. */
export const NAMED_BEFORE = ['From {outlet}:', '{Outlet} has this:']

/** The same, where the story before came from that outlet, too. */
export const NAMED_AGAIN = ['Also from {outlet}:', 'Another from {outlet}:', '{Outlet} again:']

/** After a turn that rests on one outlet or more, none of which was named. */
export const CREDITS_OF_TURN = [
  "That's from {list}.",
  'We have that from {list}.',
  'That comes from {list}.',
  'You can read that in {list}.'
]

/** Outlets that have the story and are not heard. */
export const AGREEMENTS = ['{Unheard} {have} the story, too.', 'You will find it in {unheard} as well.']

/** Another outlet is heard: before a sentence without room for its source. */
export const ADDITIONS = [
  '{Outlet} adds this:',
  'This is from {outlet}:',
  '{Outlet} also has this:',
  'More from {outlet}:'
]

/** Where the phrases above are used up; may be said again of another outlet. */
export const ADDITIONS_PLAIN = ['From {outlet}:', '{Outlet} adds:', '{Outlet} also reports:']

/** The same, before a sentence that has a colon itself. */
export const ADDITIONS_WHOLE = [
  '{Outlet} has more on this.',
  "There's more in {outlet}.",
  '{Outlet} is on this story, too.'
]

/** Another outlet is asked for, by the host before. */
export const ADDITIONS_ASKED = [
  'And what does {outlet} have on this?',
  'What does {outlet} add?',
  'Does {outlet} have more?'
]

/** The outlet has a name that cannot be said. */
export const ADDITIONS_UNNAMED = ["There's more in another report.", 'Another of our sources has this.']
