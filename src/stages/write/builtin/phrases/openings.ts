/** Which show, and what day it is. */
export const WELCOMES = [
  'Hello, and welcome to {title} for {day}.',
  'This is {title} for {day}.',
  'It is {day}, and this is {title}.',
  'Hello. It is {day}, and this is {title}.',
  'Welcome to {title}. Today is {day}.',
  'Hello, this is {title}, and today is {day}.',
  'Here is {title} for {day}.'
]

/** Who speaks. */
export const INTRODUCTIONS = [
  "I'm {me}, and with me is {other}.",
  "I'm {me}, here with {other}.",
  'I am {me}, and {other} is with me.',
  "{Other} is here with me, and I'm {me}.",
  'My name is {me}, and beside me is {other}.'
]

/** That it is made by AI. */
export const DISCLOSURES = [
  'This episode is made by AI: the script is cut from the news sources we name, and both voices are synthetic.',
  'A word on how this is made: by AI, from reports of the sources we name, and with synthetic voices.',
  'You are hearing a show made by AI. Its script is cut from the sources we name, and our voices are synthetic.',
  'Our voices are synthetic, and the script is cut from the sources we name: this show is made by AI.',
  'This is made by AI. What we say about the news is cut from the sources we name, and our voices are synthetic.'
]

/** Before the first headline. */
export const LINEUP_STARTS = [
  'In this episode:',
  'Coming up:',
  'The headlines:',
  'On the list today:',
  'What we have today:',
  'Ahead in this episode:'
]

/** Before the second headline, by the other host. */
export const LINEUP_MORE = [
  'We also have this:',
  'Also ahead:',
  'After that:',
  'Then there is this:',
  'Further on:',
  'Also on the list:'
]

/** Before the third headline, by the same host as the second. */
export const LINEUP_LAST = ['And:', 'Plus:', 'And one more:', 'As well as this:']

/** Where no headline can be said. */
export const LINEUP_SOURCES = [
  'Our stories today come from {list}.',
  'Today we draw on {list}.',
  'The reports today are from {list}.'
]
