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
  "I'm {me}, and {other} is with me."
]

/** The same, where more than one is with the first. */
export const INTRODUCTIONS_OF_MANY = [
  "I'm {me}, and with me are {others}.",
  "I'm {me}, here with {others}.",
  "I'm {me}, and {others} are with me."
]

/** The same of somebody who is alone. */
export const INTRODUCTIONS_ALONE = ["I'm {me}.", 'My name is {me}.']

/** That it is made by AI. */
export const DISCLOSURES = [
  'This show is made by AI, from the sources we name, and our voices are synthetic.',
  'A word on how we are made: by AI, from the sources we name, with synthetic voices.',
  'We are made by AI, with synthetic voices, from the sources we name.',
  'Our voices are synthetic, and this show is made by AI, from the sources we name.',
  'This is made by AI: the news comes from the sources we name, and the voices are synthetic.'
]

/** The same of somebody who is alone. */
export const DISCLOSURES_ALONE = [
  'This show is made by AI, from the sources I name, and my voice is synthetic.',
  'A word on how this is made: by AI, from the sources I name, with a synthetic voice.',
  'This is made by AI: the news comes from the sources I name, and my voice is synthetic.',
  'My voice is synthetic, and this show is made by AI, from the sources I name.'
]

/** Before the first headline. */
export const LINEUP_STARTS = ['Coming up:', 'The headlines:', 'In this episode:', 'Ahead today:']

/** Before the only headline. */
export const LINEUP_STARTS_ALONE = ['Coming up:', 'In this episode:', 'Ahead today:']

/** Before the second headline, by the other host. */
export const LINEUP_MORE = ['Also ahead:', 'Also today:', 'Then:', 'Also to come:']

/** Before the third headline, by the same host as the second. */
export const LINEUP_LAST = ['And:', 'Plus:', 'And also:']

/** Where no headline can be said. */
export const LINEUP_SOURCES = [
  'Our stories today come from {list}.',
  'Today we draw on {list}.',
  'The reports today are from {list}.'
]

/** The same, where one story is told. */
export const LINEUP_SOURCES_ONE = [
  'Our story today comes from {list}.',
  'Today we draw on {list}.',
  'The report today is from {list}.'
]
