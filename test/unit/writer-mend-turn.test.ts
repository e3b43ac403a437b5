import { describe, expect, test } from 'vitest'
import { mendTurn } from '../../src/stages/write/model/mend-turn.ts'

const HOSTS = ['Sarah', 'Ray', 'Dr. O’Neil (Jo)']

describe('a turn is mended', () => {
  test.each([
    ['strong words', '**The trains** are __new__.', 'The trains are new.'],
    ['a stressed word, which stays', 'The court did *not* agree.', 'The court did not agree.'],
    ['a stressed phrase, which stays', 'It is *by no means* over.', 'It is by no means over.'],
    ['code', 'The `train` left.', 'The train left.'],
    ['a mark that stands alone', 'The trains are new, and # faster.', 'The trains are new, and faster.'],
    ['a list mark', '- The trains are new.', 'The trains are new.'],
    ['a heading', '## The trains are new.', 'The trains are new.'],
    ['a number of a list', '2. The trains are new.', 'The trains are new.'],
    ['a year at the start, which stays', '1984. It was a hot year.', '1984. It was a hot year.'],
    ['laughter', '(laughs) The trains are new.', 'The trains are new.'],
    ['laughter between stars', 'The trains are new. *laughs softly*', 'The trains are new.'],
    ['a pause', 'The trains [pause] are new.', 'The trains are new.'],
    ['a pause of some seconds', 'The trains are new. [pauses for two seconds]', 'The trains are new.'],
    ['a thought', '<think>what now</think> The trains are new.', 'The trains are new.'],
    ['a label', 'Sarah: The trains are new.', 'The trains are new.'],
    ['a bold label', '**Ray:** The trains are new.', 'The trains are new.'],
    ['a label with how it is said', 'Ray (smiling): The trains are new.', 'The trains are new.'],
    ['a label with marks in the name', 'Dr. O’Neil (Jo): The trains are new.', 'The trains are new.'],
    ['an emoji', 'The trains are new 🚄.', 'The trains are new.'],
    ['a flag and a keycap', 'New 🇫🇷 trains 1️⃣ run.', 'New trains 1 run.']
  ])('of %s', (_what, text, mended) => {
    expect(mendTurn(text, HOSTS)).toBe(mended)
  })

  test.each([
    ['words in brackets that belong to a quotation', '"[The plan] will fail," he said.'],
    ['a parenthesis', 'The trains (all of them) are new.'],
    ['a name that is no label', 'Ray and Sarah: both are new here.'],
    ['stars of a product of numbers', 'It is 3 * 4 * 5 metres.']
  ])('but not of %s', (_what, text) => {
    expect(mendTurn(text, HOSTS)).toBe(text)
  })

  test('of 100,000 brackets as of any text', () => {
    expect(mendTurn('(laughs '.repeat(12_500), HOSTS)).toContain('laughs')
    expect(mendTurn('*a '.repeat(30_000), HOSTS)).toContain('a')
  })
})
