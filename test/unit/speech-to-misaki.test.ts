import { expect, test } from 'vitest'
import { toMisaki } from '../../src/adapters/openai/to-misaki.ts'

test.each([
  ['kˈoʊkəɹoʊ', 'kˈOkəɹO'],
  ['twˈɛlv θˈɜːɾi fˈoːɹ', 'twˈɛlv θˈɜɹTi fˈɔɹ'],
  ['nˈaɪntiːn nˈaɪndi', 'nˈIntin nˈIndi'],
  ['wˈʊstɚ', 'wˈʊstəɹ'],
  ['dʒˈɔɪ tʃˈaʊ', 'ʤˈY ʧˈW'],
  ['hˈeɪɡ ɡɹˈeɪt gˈoʊ', 'hˈAɡ ɡɹˈAt ɡˈO'],
  ['lˈɒx', 'lˈɒk'],
  ['bˈʌʔn̩', 'bˈʌtᵊn']
])('American: %s is %s to Kokoro', (ipa, expected) => {
  expect(toMisaki(ipa, false)).toBe(expected)
})

test.each([
  ['kˈəʊkəɹəʊ', 'kˈQkəɹQ'],
  ['bˈɑːθ', 'bˈɑːθ'],
  ['pˈeə', 'pˈɛː'],
  ['wˈɜːd', 'wˈɜːd']
])('British: %s is %s to Kokoro', (ipa, expected) => {
  expect(toMisaki(ipa, true)).toBe(expected)
})
