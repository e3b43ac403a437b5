import { expect, test } from 'vitest'
import { fitsAmount, fitsUnit } from '../../src/stages/write/check/amounts/fits-amount.ts'
import { readStatement } from '../../src/stages/write/check/read-statement.ts'

const agrees = (said: string, given: string): boolean => {
  const [a, b] = [readStatement(said).amounts[0], readStatement(given).amounts[0]]
  if (a === undefined || b === undefined) throw new Error(`no amount in "${said}" or "${given}"`)
  return fitsUnit(a, b) && fitsAmount(a, b)
}

test.each([
  ['twelve hundred people', '1,200 people'],
  ['one thousand two hundred people', '1200 people'],
  ['two point three billion dollars', '$2.3bn'],
  ['US$2,300 million', '$2.3 billion'],
  ['thirty-three percent', '33 %'],
  ['a third of them', '33 per cent of them'],
  ['about a third of them', '35 percent of them'],
  ['half of the sum', '50% of the sum'],
  ['a quarter of them', 'one in four of them'],
  ['nearly 47 billion', '46.7 billion'],
  ['more than 5,000', '5,123'],
  ['almost three kilometres', '2.9 km'],
  ['about 915,000 cars', '914,680 cars'],
  ['an hour and 22 minutes', '82 minutes'],
  ['half an hour', '30 minutes'],
  ['the 34th time', '34 times'],
  ['three and a half million', '3.5 million'],
  ['a 160-mile-per-hour train', '160 miles per hour'],
  ['twenty dollars and 47 cents', '20.47 dollars']
])('"%s" may be said of "%s"', (said, given) => {
  expect(agrees(said, given)).toBe(true)
})

test.each([
  ['47 billion', '46.7 billion'],
  ['more than 47 billion', '46.7 billion'],
  ['nearly 5,000', '5,123'],
  ['about 5,500', '5,123'],
  ['5 miles', '5 km'],
  ['2.3 million', '2.3 billion'],
  ['3 percentage points', '3 percent'],
  ['20 euros', '20 dollars'],
  ['less than a second', 'more than a second'],
  ['a third of them', '38 percent of them'],
  ['46 tokens', '46 dollars'],
  ['minutes: 8 hours', '8 minutes']
])('"%s" may not be said of "%s"', (said, given) => {
  expect(agrees(said, given)).toBe(false)
})

test.each([
  ['Friday, August twenty-ninth', 'day'],
  ['the 29th of August 2025', 'day'],
  ['from the 26th to the 30th of August', 'day'],
  ['at 6:30 p.m.', 'time'],
  ['a quarter past nine in the evening', 'time'],
  ['since nineteen twelve', 'year'],
  ['in the 1990s', 'decade'],
  ['in May', 'month'],
  ['on Tuesday', 'weekday']
])('"%s" is read as a %s', (text, kind) => {
  expect(readStatement(text).dates[0]?.kind).toBe(kind)
})

test.each(['it may rain', 'MAI-1-preview and H100 chips', 'one of them'])(
  '"%s" has no amount and no date',
  text => {
    const { amounts, dates } = readStatement(text)
    expect([amounts, dates]).toEqual([[], []])
  }
)
