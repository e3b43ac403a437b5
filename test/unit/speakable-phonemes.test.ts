import { describe, expect, test } from 'vitest'
import { splitSentences } from '../../src/domain/sentences.ts'
import { plainWords } from '../../src/stages/render/spoken-words.ts'
import { toSpeakable } from '../../src/stages/render/speakable/to-speakable.ts'

const KYIV = '[Kyiv](/kˈiːɪv/)'

describe('[word](/phonemes/) for a model that takes it', () => {
  test.each([
    [`${KYIV} fell.`, `${KYIV} fell.`],
    [`It is ${KYIV}.`, `It is ${KYIV}.`],
    [`${KYIV}, and ${KYIV}!`, `${KYIV}, and ${KYIV}!`],
    [`${KYIV}’s mayor`, `${KYIV}'s mayor`],
    [`(${KYIV}) “${KYIV}”`, `${KYIV}, ${KYIV}`],
    [`pro-${KYIV}-led`, `pro ${KYIV} led`],
    [`St. ${KYIV} and Dr. ${KYIV}`, `Saint ${KYIV} and Doctor ${KYIV}`],
    [`12 ${KYIV} 12`, `twelve ${KYIV} twelve`],
    ['[2026 AT&T No. 5](/wˈʌn/) in 2026', '[2026 AT&T No. 5](/wˈʌn/) in twenty twenty-six'],
    ['[New York](/nˈuː jˈɔːɹk/) now', '[New York](/nˈuː jˈɔːɹk/) now'],
    ['[Åsa](/ˈoʊsə/) spoke', '[Åsa](/ˈoʊsə/) spoke'],
    ['QIVO Qivobux [Xi](/ʃˈiː/)', '[Q I V O](/kjˌuːˌaɪvˌiːˈoʊ/) Qivobux [Xi](/ʃˈiː/)']
  ])('%j becomes %j', (text, said) => {
    expect(toSpeakable(text, { phonemes: true })).toBe(said)
    expect(toSpeakable(said, { phonemes: true })).toBe(said)
  })

  test('is left alone by the lexicon', () => {
    expect(toSpeakable(`${KYIV} and Kyiv`, { lexicon: { Kyiv: 'Keeve' }, phonemes: true })).toBe(
      `${KYIV} and Keeve`
    )
  })
})

test.each([
  [`${KYIV} fell 5%.`, 'Kyiv fell five percent.'],
  [`${KYIV}'s pro-${KYIV}-led`, "Kyiv's pro-Kyiv-led"],
  ['[5%](/fˈaɪv/) rose', 'five percent rose'],
  ['[Nguyen](/wˈɪn/)', 'Nguyen']
])('for a model without phonemes the word stands for %j', (text, said) => {
  expect(toSpeakable(text)).toBe(said)
})

test.each([
  ['[a](b) then', 'a then'],
  ['[word](/)', 'word'],
  ['[word](//)', 'word'],
  ['[word]()', 'word'],
  ['[the report](https://example.com/a/) says', 'the report says'],
  ['[the report](https://example.com "Title") says', 'the report says'],
  ['[the archive](/2024/)', 'the archive'],
  ['[[a](/bə/)](/cə/)', 'a'],
  ['![Kyiv](/kˈiːɪv/)', ''],
  ['[](/kˈiːɪv/) yes', 'yes']
])('of the malformed %j only the words are said', (text, said) => {
  expect(toSpeakable(text, { phonemes: true })).toBe(said)
  expect(toSpeakable(text)).toBe(said)
})

test.each([
  ['the AI Act', 'the [A I](/ˌeɪˈaɪ/) Act'],
  ['US AI chips', '[U S](/jˌuːˈɛs/) [A I](/ˌeɪˈaɪ/) chips'],
  ['GPUs and CEO’s', "[G P U's](/dʒˌiːpˌiːjˈuːz/) and [C E O's](/sˌiːˌiːˈoʊz/)"],
  ['DNA tests', '[D N A](/dˌiːˌɛnˈeɪ/) tests'],
  ['Plan A. A plan.', 'Plan [A](/ˈeɪ/). A plan.'],
  ['the FBI I know', 'the [F B I](/ˌɛfbˌiːˈaɪ/) I know'],
  ['Samuel A. Alito', 'Samuel [A](/ˈeɪ/) Alito'],
  ['at 9 a.m. US time', 'at nine [A M](/ˌeɪˈɛm/) [U S](/jˌuːˈɛs/) time'],
  ['the SS', 'the [S S](/ˌɛsˈɛs/)'],
  ['IDs of the MPs', "[I D's](/ˌaɪdˈiːz/) of the [M P's](/ˌɛmpˈiːz/)"]
])('the letters of %j come with their phonemes, since espeak-ng reads A as the article', (text, said) => {
  expect(toSpeakable(text, { phonemes: true })).toBe(said)
})

test.each([
  [`${KYIV} and [Xi](/ʃˈiː/)'s`, "Kyiv and Xi's"],
  ['the [U S](/jˌuːˈɛs/) Senate', 'the U S Senate'],
  ['nothing to do', 'nothing to do'],
  ['', '']
])('plainWords of %j are %j', (spoken, words) => {
  expect(plainWords(spoken)).toBe(words)
})

test.each([
  [`We left ${KYIV}. ${KYIV} held.`, [`We left ${KYIV}.`, `${KYIV} held.`]],
  ['[Dr. No](/dˈɑːktɚ nˈoʊ/) left. He ran.', ['[Dr. No](/dˈɑːktɚ nˈoʊ/) left.', 'He ran.']],
  ['Is it [St. Louis](/seɪnt lˈuːɪs/)? Yes.', ['Is it [St. Louis](/seɪnt lˈuːɪs/)?', 'Yes.']]
])('sentences of %j are not cut inside a mark', (text, sentences) => {
  expect(splitSentences(text)).toEqual(sentences)
})
