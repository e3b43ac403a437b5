import { expect, test } from 'vitest'
import { leansBack } from '../../src/stages/write/builtin/language/leaning.ts'
import { cutOpeners } from '../../src/stages/write/builtin/sentences/cut-openers.ts'
import { cutTail } from '../../src/stages/write/builtin/sentences/cut-tail.ts'
import { isHeadlinese, sentenceFault } from '../../src/stages/write/builtin/sentences/sentence-faults.ts'
import { settleDates } from '../../src/stages/write/builtin/sentences/settle-dates.ts'

test.each([
  ['If fresh, use a sharp knife to cut the leaves of the plant.', 'an order'],
  ['Don’t be afraid to try the leaves of the plant in a salad.', 'an order'],
  ['The leaves are good in a salad; try a few in the soup.', 'an order'],
  ['3. In a bowl the leaves are mixed with ice and bread.', 'a point of a list'],
  ['The leaves are cooked for about three minutes. 2.', 'a point of a list'],
  ['Debt and slow builds weigh down a project The developers get weary of it.', 'two sentences in one'],
  ['May 15, 2017 - Registration opens for speakers and attendees.', 'a line of a programme'],
  ['The meat was rich and savory, just as one would expect.', 'an opinion'],
  ['Registers and counters, restored upon the return from the kernel.', 'no verb']
])('what only a page would say is not said: %s', (sentence, fault) => {
  expect(sentenceFault(sentence)).toBe(fault)
})

test.each([
  'Intel has sold a tenth of its stock to the government, the chip maker said on August 22.',
  'Fifteen minutes into The Trade, a new series, a woman is seen in a hotel room.',
  'The company, founded in 1990, makes engines for ships and trains.'
])('what a host would say is kept: %s', sentence => {
  expect(sentenceFault(sentence)).toBeNull()
})

test.each([
  'The upper stage then pushed eight satellites out of the bay.',
  'More than a century later, the library is open to readers of both countries.',
  'One possible explanation is that the comet formed far from its star.',
  'The network’s star host announced the result of the race.',
  'The Democrat defeated Kenny Smith by more than 15 points.',
  'The reports faulted the council for failing to take the lead.',
  'Prosecutors countered that they were only required to show an agreement.',
  'The new law comes into force in March.'
])('what leans on the sentence before is known by its words: %s', sentence => {
  expect(leansBack(sentence, () => false)).toBe(true)
})

test.each([
  'The rocket rose for two minutes, then separated from the stage below.',
  'The government’s plan costs nine billion dollars.',
  'The Democrat Joyce Craig became the first female mayor of Manchester.',
  'The report by the auditors faulted the council.',
  'The trial of Robert Menendez began in May.'
])('what does not lean is left alone: %s', sentence => {
  expect(leansBack(sentence, () => false)).toBe(false)
})

test('a party after a name, and a blank before a full stop, are cut', () => {
  expect(cutOpeners('Rep. Dave Brat (R-VA) met Tom Carper, D-Del., in the capital .')).toBe(
    'Rep. Dave Brat met Tom Carper in the capital.'
  )
})

test('the second thing that somebody did is cut from a sentence that is too long', () => {
  const first =
    'Jurors in the old court of Port Alder finished a second full day of deliberations without reaching a verdict in the trial of the former mayor'
  expect(
    cutTail(
      `${first} and gave no indication of the way in which they might be leaning or of the points they discuss.`
    )
  ).toBe(`${first}.`)
})

test('a day that the sentence needs is given in full', () => {
  expect(settleDates('It is in documents released on Tuesday.', '2025-08-28T09:00:00Z', '2025-08-29')).toBe(
    'It is in documents released on Tuesday, August 26.'
  )
})

test('a headline with a number is a headline still', () => {
  expect(isHeadlinese('Two women face claim over scrapped show in capital')).toBe(true)
  expect(isHeadlinese('Two women face a claim over a show')).toBe(false)
})
