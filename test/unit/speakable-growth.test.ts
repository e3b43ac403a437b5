import { describe, expect, test } from 'vitest'
import { lexiconFor } from '../../src/stages/render/lexicon-for.ts'
import { toSpeakable } from '../../src/stages/render/speakable/to-speakable.ts'

const lexicon = lexiconFor({
  lexicons: {
    common: { Kyiv: '/kˈiːɪv/', 'Phnom Penh': '/pənˈɑːm pˈɛn/', qubit: '/kjˈuːbɪt/' },
    byFamily: {}
  },
  show: {},
  family: 'kokoro',
  phonemes: true
})

function msFor(text: string): number {
  const start = performance.now()
  toSpeakable(text, { lexicon, phonemes: true, speakers: ['Sarah'] })
  return performance.now() - start
}

/** How much longer four times the text takes. What else the machine does only ever adds, so the least of some tries counts. */
function leastGrowth(text: string, enough: number): number {
  let growth = Infinity
  for (let attempt = 0; attempt < 5 && growth >= enough; attempt++) {
    const short = Math.max(msFor(text.slice(0, 10_000)), 2)
    growth = Math.min(growth, msFor(text.slice(0, 40_000)) / short)
  }
  return growth
}

/** Four times the text takes about four times as long; where work grew with the square it would take sixteen times. */
const MOST = 10

describe('hostile text takes no more time than its length', () => {
  test.each([
    '[a](/b',
    '[a](/bə/',
    '[Kyiv](/kˈiːɪv/)',
    '[excited',
    '*sighs',
    '<think>',
    '</think>',
    '<|',
    'Sarah: ',
    'Kyiv',
    'Kyiv’s ',
    'A B ',
    "U'",
    '5"',
    '1.2.',
    '18- to ',
    'Jan-',
    '737-8',
    '$5m-',
    '5°',
    '10^',
    'W. X. ',
    'BANK ',
    'é',
    'https://a.'
  ])('%j, again and again', part => {
    const text = part.repeat(Math.ceil(40_000 / part.length))
    expect(leastGrowth(text, MOST)).toBeLessThan(MOST)
  })
})
