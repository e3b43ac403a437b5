import { describe, expect, test } from 'vitest'
import { readJson } from '../../src/stages/write/model/read-answer.ts'

const VALUE = { turns: [{ speaker: 'Ray', text: 'A brace } and a "quote" in it.' }] }
const JSON_TEXT = JSON.stringify(VALUE)

describe('the JSON in an answer', () => {
  test.each([
    ['alone', JSON_TEXT, []],
    ['with blanks around it', `\n ${JSON_TEXT} \n`, []],
    ['in a fence', `\`\`\`json\n${JSON_TEXT}\n\`\`\``, ['prose']],
    ['in prose', `Sure! Here it is:\n${JSON_TEXT}\nShall I go on?`, ['prose']],
    ['after a thought', `<think>Let me see {a} plan.</think>${JSON_TEXT}`, ['thinking']],
    ['after a thought that was begun in the prompt', `a plan {here}</think>\n${JSON_TEXT}`, ['thinking']],
    ['before a thought', `${JSON_TEXT}<thinking>done</thinking>`, ['thinking']],
    ['between two thoughts', `<think>a</think>${JSON_TEXT}<think>b</think>`, ['thinking']],
    ['after a thought that never ends', `<think>I will answer now: ${JSON_TEXT}`, ['prose']],
    ['after braces that are none of it', `Use {name} and {age}: ${JSON_TEXT}`, ['prose']]
  ])('is found %s', (_where, answer, notes) => {
    expect(readJson(answer)).toEqual({ value: VALUE, notes })
  })

  test('keeps a mark of thinking that stands in a text, for the check to find', () => {
    const value = { text: 'So <think>what now</think> it is, and </think> too.' }
    expect(readJson(JSON.stringify(value))).toEqual({ value, notes: [] })
  })

  test.each([
    ['nothing', '', 'empty'],
    ['blanks', ' \n\u0000\u200b ', 'empty'],
    ['only a thought', '<think>hm</think>', 'empty'],
    ['a refusal', "I'm sorry, but I can't help with that.", 'refusal'],
    ['a refusal with a curly mark', 'I’m very sorry. I cannot do it.', 'refusal'],
    ['a call of a tool', '<tool_call>search</tool_call>', 'tool-call'],
    ['half an object', '{"turns": [{"speaker": "Ray"', 'broken-json'],
    ['a number', '42', 'broken-json'],
    ['a string', '"turns"', 'broken-json'],
    ['null', 'null', 'broken-json'],
    ['prose', 'The trains are late.', 'broken-json']
  ])('is missing in %s, which is told as such', (_what, answer, fault) => {
    expect(readJson(answer)).toMatchObject({ fault, message: expect.stringMatching(/JSON object/) })
  })
})

const MB = 2 ** 20

describe('hostile answers are read in one go', () => {
  test.each([
    ['openings of thoughts', '<think>'.repeat((4 * MB) / 7)],
    ['ends of thoughts', '</think>'.repeat((4 * MB) / 8)],
    ['braces', '{'.repeat(4 * MB)],
    ['quotation marks and braces', '{"'.repeat(2 * MB)],
    ['closed braces that are no JSON', '{x}'.repeat(MB)],
    ['prose', 'word '.repeat(MB)]
  ])('4 MB of %s', (_what, answer) => {
    expect(readJson(answer)).toHaveProperty('fault')
  })

  test.each([
    ['openings of thoughts', '<think>'.repeat(60_000)],
    ['openings and no end', `${'<think><reasoning>'.repeat(20_000)}</thought>`]
  ])('the longest that is read, of %s', (_what, answer) => {
    expect(readJson(answer)).toHaveProperty('fault')
  })

  test('deep nesting is JSON like any other', () => {
    const answer = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
    expect(readJson(answer)).toHaveProperty('value')
  })

  test('an answer far longer than any that was asked for is not read', () => {
    expect(readJson(JSON.stringify({ text: 'x'.repeat(MB) }))).toMatchObject({ fault: 'length' })
  })
})
