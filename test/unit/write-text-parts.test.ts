import { describe, expect, test } from 'vitest'
import { cutParagraph } from '../../src/stages/write/builtin/read-text/cut-paragraph.ts'
import { speakerAfter, speakerBefore } from '../../src/stages/write/builtin/read-text/find-speaker.ts'
import { findSpeech } from '../../src/stages/write/builtin/read-text/find-speech.ts'
import { plainText } from '../../src/stages/write/builtin/read-text/plain-text.ts'
import { planScenes } from '../../src/stages/write/builtin/read-text/plan-scenes.ts'
import { planTextChapters } from '../../src/stages/write/builtin/read-text/plan-chapters.ts'
import { readMarkdown } from '../../src/stages/write/builtin/read-text/read-markdown.ts'
import { findUnspeakable } from '../../src/stages/write/unspeakable.ts'

describe('what is said of Markdown', () => {
  test.each([
    ['**Bold**, _soft_ and *both*.', 'Bold, soft and both.'],
    ['See [the map](https://a.example/m?x=1) here.', 'See the map here.'],
    ['A picture ![of it](a.png) here.', 'A picture here.'],
    ['Go to https://www.example.org/a/b?c=1 now.', 'Go to example.org now.'],
    ['Write to ann@example.org, please.', 'Write to ann at example.org, please.'],
    ['It was so.[^1] And so.[2]', 'It was so. And so.'],
    ['Fish &amp; chips &mdash; <b>hot</b>.', 'Fish & chips — hot.'],
    ['[laughs] Well. (sighs)', 'Well.'],
    ['The dog (music was playing in the hall) slept.', 'The dog music was playing in the hall slept.'],
    ['“I saw [the mayor] there.”', '“I saw the mayor there.”'],
    ['Two 🦊 foxes ☀️ ran.', 'Two foxes ran.'],
    ['#evening walk with @ann', 'evening walk with ann'],
    ['It rained;', 'It rained.'],
    ['a\u200bb {c} d|e', 'ab c d e'],
    [`x ${'a'.repeat(101)} y`, 'x y'],
    ['3 * 4 is 12, and a_b is a name.', '3 * 4 is 12, and a_b is a name.']
  ])('%s', (markdown, plain) => {
    expect(plainText(markdown)).toBe(plain)
    expect(findUnspeakable(plain)).toBeNull()
  })
})

describe('the parts of a text', () => {
  const shown = (text: string): string[] =>
    readMarkdown(text, ['Ray']).map(block =>
      block.kind === 'heading'
        ? `h${block.level} ${block.text}`
        : block.kind === 'paragraph'
          ? block.text
          : block.kind === 'pause'
            ? `pause ${block.seconds}`
            : 'break'
    )

  test.each([
    ['# One #\ntext\n## Two', ['h1 One', 'text', 'h2 Two']],
    ['One\n===\n\nTwo\n---\ntext', ['h1 One', 'h2 Two', 'text']],
    ['a\nb\n\nc', ['a b', 'c']],
    ['a\n\n***\n\nb\n\n* * *\nc\n\n---\nd', ['a', 'break', 'b', 'break', 'c', 'break', 'd']],
    ['- one\n- two.\n1. three', ['one.', 'two.', '1: three.']],
    ['> quoted\n> on', ['quoted on']],
    ['a\n```js\nconst b\n```\nc', ['a c']],
    ['---\ntitle: x\n---\na', ['a']],
    ['a <!-- not\n\nthis --> b', ['a  b']],
    ['[x]: https://a.example\na', ['a']],
    ['| a | b |\n|---|---|\n| c | d |', ['| a | b | | c | d |']],
    [
      'a [pause] b\n\n(Pause 5 seconds)\n\n[a long silence]\n\n[pause: 1 min]',
      ['a', 'pause null', 'b', 'pause 5', 'pause null', 'pause 60']
    ],
    ['Ray: a\nNarrator: b\nAnna: c', ['Ray: a', 'Narrator: b Anna: c']],
    ['(pause here to think) a', ['(pause here to think) a']]
  ])('%j', (text, blocks) => {
    expect(shown(text)).toEqual(blocks)
  })

  test.each([
    ['# A\n\nx\n\n## B\n\ny', 'A', ['', 'B']],
    ['# A\n\nx\n\n# B\n\ny', '', ['A', 'B']],
    ['x\n\n# A\n\ny', '', ['', 'A']],
    ['# A\n\nx', 'A', ['']],
    ['# A\n\n## B\n\n### C\n\nx\n\n## D', 'A', ['B: C']]
  ])('%j is named %j and has the chapters %j', (text, title, chapters) => {
    const plan = planTextChapters(text)
    expect([plan.title, plan.chapters.map(chapter => chapter.title)]).toEqual([title, chapters])
  })
})

describe('who spoke', () => {
  test.each([
    [' said Anna.', 'Anna'],
    [' said Anna Brook, and left.', 'Anna Brook'],
    [' asked Mr. Brook.', 'Mr Brook'],
    [' said old Tom.', 'old Tom'],
    [' said the keeper of the lamp.', 'the keeper'],
    [' whispered the little fox, and hid.', 'the little fox'],
    [' said the butterfly softly.', 'the butterfly'],
    [' Anna said.', 'Anna'],
    [' Anna quietly asked him.', 'Anna'],
    [' the keeper said.', 'the keeper'],
    [' she said.', null],
    [' said she.', null],
    [' said nobody.', null],
    [' Anna said nothing.', null],
    [' Anna looked at the sea.', null],
    [' and the door fell shut.', null],
    ['', null]
  ])('after: %j', (text, speaker) => {
    expect(speakerAfter(text)).toBe(speaker)
  })

  test.each([
    ['Anna said, ', 'Anna'],
    ['Then Anna looked up and whispered: ', 'Anna'],
    ['It was late. The keeper answered, ', 'The keeper'],
    ['It was late. She said, ', null],
    ['Anna said nothing. ', null],
    ['Anna took the lamp, ', null]
  ])('before: %j', (text, speaker) => {
    expect(speakerBefore(text)).toBe(speaker)
  })

  test.each([
    ['“Yes,” said Anna. “No.”', ['Anna: Yes,', 'said Anna.', 'Anna: No.']],
    ['"Yes," said Anna.', ['Anna: Yes,', 'said Anna.']],
    ['“Yes”, said Anna.', ['Anna: Yes', ', said Anna.']],
    ['Anna said, “Yes.”', ['Anna said,', 'Anna: Yes.']],
    ['“Yes.” Anna said it to the wall.', ['null: Yes.', 'Anna said it to the wall.']],
    ['The “great” lamp went out.', ['The “great” lamp went out.']],
    ['“It goes on.', ['null: It goes on.']]
  ])('in %s', (paragraph, pieces) => {
    const shown = findSpeech(paragraph).map(({ text, said, speaker }) =>
      said === null ? text : `${speaker}: ${said}`
    )
    expect(shown).toEqual(pieces)
  })
})

describe('who answers', () => {
  const speakersIn = (text: string): (string | null)[] =>
    planScenes(planTextChapters(text).chapters, true)
      .chapters.flat()
      .flatMap(beat => (beat.kind === 'paragraph' ? beat.pieces.filter(({ said }) => said !== null) : []))
      .map(({ speaker }) => speaker)

  test.each([
    ['“A,” said Tam.\n\n“B,” said Ada.\n\n“C.”\n\n“D.”', ['Tam', 'Ada', 'Tam', 'Ada']],
    ['“A,” said Tam.\n\n“B,” said Ada.\n\n“C,” said Ben.\n\n“D.”', ['Tam', 'Ada', 'Ben', null]],
    ['“A,” said Tam.\n\n“B,” said Ada.\n\nIt rained.\n\n“C.”', ['Tam', 'Ada', null]],
    ['“A,” said Tam.\n\n***\n\n“B.”', ['Tam', null]],
    ['“A,” said Tam.\n\nTam laughed. “B,” he said.', ['Tam', 'Tam']],
    ['“A,” said Tam.\n\nShe laughed. “B,” she said.', ['Tam', null]]
  ])('%j', (text, speakers) => {
    expect(speakersIn(text)).toEqual(speakers)
  })
})

test.each([
  ['One two. Three four. Five six.', 4, ['One two. Three four.', 'Five six.']],
  ['One two three, four five six; seven eight.', 4, ['One two three,', 'four five six;', 'seven eight.']],
  ['One two three four five six.', 4, ['One two three', 'four five six.']],
  ['One.', 4, ['One.']]
])('%j in pieces of %i words', (paragraph, most, pieces) => {
  expect(cutParagraph(paragraph, most)).toEqual(pieces)
})
