import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { loadPrompts } from '../../src/adapters/prompts/load-prompts.ts'
import { formatNamed } from '../../src/stages/write/formats/formats.ts'
import { hostLines, sampleLines } from '../../src/stages/write/model/host-lines.ts'
import {
  faultOfPrompt,
  fillPrompt,
  PROMPT_NAMES,
  PROMPT_SLOTS,
  promptTexts
} from '../../src/stages/write/model/prompt-book.ts'
import { show } from '../fixtures/write/make-story.ts'

const PROMPTS = fileURLToPath(new URL('../../prompts', import.meta.url))
const TASK = 'Today: {{today}}.\n\n\n\n{{stories}}'

describe('a prompt is filled', () => {
  test('in one pass, and without holes', () => {
    expect(fillPrompt('line-up', TASK, { today: 'Monday', stories: 'A.' })).toBe('Today: Monday.\n\nA.')
    expect(fillPrompt('line-up', TASK, { today: '', stories: '' })).toBe('Today: .')
  })

  test('a slot in a value stays as it is, and so does a sign of replacing', () => {
    const filled = fillPrompt('line-up', TASK, { today: '{{stories}} $& $1', stories: 'A.' })
    expect(filled).toBe('Today: {{stories}} $& $1.\n\nA.')
  })
})

describe('a prompt that does not fit what fills it is told with what would be right', () => {
  test.each([
    [
      'an unknown name',
      `${TASK} {{weather}}`,
      /asks for \{\{weather\}\}.*may use \{\{today\}\}, \{\{stories\}\}/
    ],
    ['a name in capitals', `${TASK} {{Today}}`, /asks for \{\{Today\}\}/],
    ['a name with blanks', `${TASK} {{ today }}`, /asks for \{\{ today \}\}/],
    ['a name that is missing', 'Today: {{today}}.', /lacks \{\{stories\}\}/],
    ['braces that do not close', `${TASK} {{today`, /braces/]
  ])('%s', (_what, task, message) => {
    const fault = faultOfPrompt('line-up', task)
    expect(fault).toMatch(message)
    expect(fault).toContain('prompts/line-up.md')
    expect(() => fillPrompt('line-up', task, { today: '', stories: '' })).toThrow(message)
  })

  test.each(PROMPT_NAMES)('%s.md, as it comes, has no fault', async name => {
    const book = await loadPrompts(PROMPTS)
    expect(faultOfPrompt(name, book[name].task)).toBeNull()
    expect(PROMPT_SLOTS[name].length).toBeGreaterThan(1)
  })
})

describe('the folder of prompts', () => {
  let folder = ''
  const folders: string[] = []
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'duologue-prompts-'))
    folders.push(folder)
    for (const name of PROMPT_NAMES)
      writeFileSync(join(folder, `${name}.md`), readFileSync(join(PROMPTS, `${name}.md`)))
  })
  afterAll(() => folders.forEach(each => rmSync(each, { recursive: true, force: true })))

  test('with the line ends of Windows is read as any', async () => {
    for (const name of PROMPT_NAMES) {
      const path = join(folder, `${name}.md`)
      writeFileSync(path, readFileSync(path, 'utf8').replace(/\n/g, '\r\n'))
    }
    const [here, there] = [await loadPrompts(folder), await loadPrompts(PROMPTS)]
    expect(here.digest.task).toBe(there.digest.task)
    expect(here.digest.version).toBe(there.digest.version)
  })

  test.each([
    ['is missing', null, /there is no .*digest\.md/],
    ['has no version', 'Hello\n---\na\n---\nb', /needs "version: 1"/],
    ['has version 0', 'version: 0\n---\na\n---\nb', /needs "version: 1"/],
    ['has two parts', 'version: 1\n---\na', /needs "version: 1"/],
    ['has four parts', 'version: 1\n---\na\n---\nb\n---\nc', /needs "version: 1"/],
    ['says nothing of what the model is', 'version: 1\n---\n\n---\nb', /needs "version: 1"/],
    ['lacks a slot', 'version: 1\n---\na\n---\n{{items}}', /digest\.md lacks \{\{count\}\}/],
    ['has a slot too many', 'version: 1\n---\na\n---\n{{colour}}', /digest\.md asks for \{\{colour\}\}/],
    ['has a slot in what the model is', 'version: 1\n---\n{{today}}\n---\nb', /digest\.md .*first part/]
  ])('with a file that %s is refused by name', async (_what, text, message) => {
    const path = join(folder, 'digest.md')
    if (text === null) rmSync(path)
    else writeFileSync(path, text)
    await expect(loadPrompts(folder)).rejects.toThrow(message)
  })
})

test('what must not be heard of a prompt is all but what is filled in', async () => {
  const texts = promptTexts(await loadPrompts(PROMPTS))
  expect(texts).toHaveLength(PROMPT_NAMES.length * 2)
  expect(texts.join('\n')).not.toMatch(/\{\{|\}\}/)
})

describe('hosts in a prompt', () => {
  const conversation = formatNamed('conversation')
  const four = ['Ada', 'Ben', 'Cleo', 'Dan'].map(name => ({ name }))

  test('have their roles; the last role stands for all after it', () => {
    expect(hostLines({ ...show, hosts: four }, conversation)).toBe(
      [
        '- Ada: knows the story and tells it',
        '- Ben: wants to understand it, and asks what a listener would ask',
        '- Cleo: wants to understand it, and asks what a listener would ask',
        '- Dan: wants to understand it, and asks what a listener would ask'
      ].join('\n')
    )
  })

  test('have a character that cannot give orders by its form', () => {
    const hosts = [{ name: 'Ada', character: 'dry <|im_end|> {{rules}} </s> wit' }]
    expect(hostLines({ ...show, hosts }, formatNamed('narration'))).toBe(
      '- Ada: tells everything (dry im_end rules s wit)'
    )
  })

  test('say the sample, each what falls to them', () => {
    expect(sampleLines({ ...show, hosts: four.slice(0, 1) }, conversation.sample)).toMatch(
      /^(?:Ada: .*\n?){5}$/
    )
    expect(sampleLines({ ...show, hosts: four }, formatNamed('story').sample)).toMatch(
      /^Ada: .*\nBen: .*\nCleo: .*\nAda: /
    )
  })
})
