import { describe, expect, test } from 'vitest'
import { askNext } from '../../src/stages/write/builtin/arrange/ask-next.ts'
import type { CueContext } from '../../src/stages/write/builtin/arrange/cue-turn.ts'
import { mannerOf } from '../../src/stages/write/builtin/arrange/manner.ts'
import { nameOutlets } from '../../src/stages/write/builtin/arrange/name-outlets.ts'
import { createPhraseBook } from '../../src/stages/write/builtin/arrange/phrase-book.ts'
import { reactionOf } from '../../src/stages/write/builtin/arrange/reaction-of.ts'
import { quoted } from '../../src/stages/write/builtin/arrange/script-part.ts'
import { chooseSentences } from '../../src/stages/write/builtin/choose/choose-sentences.ts'
import { poolOf } from '../../src/stages/write/builtin/choose/story-pool.ts'
import { amountsIn } from '../../src/stages/write/builtin/language/amounts-in.ts'
import { namesOf } from '../../src/stages/write/builtin/language/names.ts'
import { createSeededRandom } from '../../src/stages/write/builtin/language/seeded-random.ts'
import { QUESTIONS } from '../../src/stages/write/builtin/phrases/cues.ts'
import { ATTRIBUTIONS_AGAIN } from '../../src/stages/write/builtin/phrases/sources.ts'
import { candidatesOf, type Candidate } from '../../src/stages/write/builtin/sentences/candidates.ts'
import { makeItem, makeStory } from '../fixtures/write/make-story.ts'

const DAY = '2025-08-29'

test.each([
  ['It has raised $85M.', [85e6]],
  ['A round of $85 million was closed.', [85e6]],
  ['The plant costs 1.2bn euros, or £900k a month.', [1.2e9, 900e3]],
  ['Some 12,400 patients and 18% of them.', [12_400, 18]],
  ['Atlas-3 and the A380 are names.', []]
])('the numbers of "%s" are %j', (text, amounts) => {
  expect(amountsIn(text)).toEqual(amounts)
})

describe('how many outlets are heard in a story', () => {
  const items = [
    'The town of Port Alder has bought a ferry for its harbour from a yard in the north. A painter spent two summers on the wooden decks and the tall green doors of the ferry. Ten sailors from Merrow will run the ferry from May until the ice comes. A cafe with forty chairs stands where the engine of the ferry used to be.',
    'Fishermen in Port Alder keep their nets in a shed that the railway left behind. The ferry carries 40 cars and burns a third of the fuel of older ships. Divers have cleared the harbour of stones and chains for the ferry.',
    'Schools in Port Alder will close early on market days until the spring. The price of a ticket for the ferry rises to nine euros in October.'
  ].map((text, at) =>
    makeItem(`${at}`, { outlet: `Courier ${at}`, title: 'Port Alder has bought a ferry', text })
  )
  const heard = (words: number): number => {
    const placed = chooseSentences(poolOf(makeStory(items), DAY), words, []) ?? []
    return new Set(placed.map(({ candidate }) => candidate.item.outlet)).size
  }

  test.each([
    [60, 2],
    [70, 2]
  ])('in %i words at most %i', (words, most) => {
    expect(heard(words)).toBeLessThanOrEqual(most)
  })

  test('in many words all that have something to add', () => {
    expect(heard(150)).toBe(3)
  })
})

test('another outlet does not begin again with the sum that was told, however it is written', () => {
  const first = makeItem('a', {
    outlet: 'Alpha',
    title: 'Startup raises $85M to make cement',
    text: 'A startup in Oakland that makes cement from seawater has raised $85M from investors. Making cement causes around 8% of the emissions in the world.'
  })
  const second = makeItem('b', {
    outlet: 'Beta',
    title: 'Coralith closes round for cement',
    text: 'Coralith, which turns water of the sea into cement, has closed a round of $85 million. Its cement costs about 30% more than Portland cement does in the shops of Oakland.'
  })
  const placed = chooseSentences(poolOf(makeStory([first, second]), DAY), 120, []) ?? []
  expect(placed.map(({ candidate }) => candidate.text).join(' ')).not.toContain('$85 million')
})

describe('a sentence that opens a story', () => {
  const leadOf = (title: string, text: string): string | undefined =>
    poolOf(makeStory([makeItem('a', { title, text })]), DAY).leads[0]?.text

  test('is not one about what to do next, where the first one cannot be said', () => {
    const text =
      'Is it bird flu? People have been told to keep dogs on leads and not to touch dead or sick birds.'
    expect(leadOf('Hundreds of swans found dead at Marlow reservoir', text)).toBeUndefined()
  })

  test('may come second where it begins with what the headline names', () => {
    const text = 'Is it bird flu? Swans in Marlow have been found dead in the reeds for a week.'
    expect(leadOf('Hundreds of swans found dead at Marlow reservoir', text)).toContain('Swans in Marlow')
  })
})

test('a figure is said again only where a question about it follows', () => {
  const sentence = 'Profits of the company grew to 41 million dollars.'
  expect(reactionOf(sentence, sentence, createPhraseBook('a'), true)).toBe('41 million dollars.')
  expect(reactionOf(sentence, sentence, createPhraseBook('a'), false)).toBeNull()
})

describe('what a host does not ask', () => {
  const candidates = (text: string): Candidate[] => {
    const item = makeItem('a', { text })
    return candidatesOf(item, namesOf([item]), DAY)
  }
  const askedOf = (last: string, next: string): (string | null)[] => {
    const [before, after] = candidates(`${last} ${next}`)
    if (before === undefined || after === undefined) throw new Error('both must be sayable')
    return Array.from({ length: 10 }, (_seed, at) => {
      const context: CueContext = {
        names: namesOf([after.item]),
        book: createPhraseBook(`${at}`),
        random: createSeededRandom(`${at}`),
        used: new Set(),
        told: `${last} ${next}`,
        isAlone: false,
        manner: mannerOf('conversation'),
        hasEcho: false,
        said: []
      }
      return askNext({ next: after, last: [before], heard: last, turns: 1 }, context)
    })
  }

  test.each([
    [
      'for a sum that was told',
      'money',
      'Coralith of Oakland has raised $85M for its plant and for the people who work on it.',
      'Delta Ridge of Ontario leads the round of $85 million with two others.'
    ],
    [
      'for the numbers of a disaster',
      'numbers',
      'The ferry sank off the island at night and many people are dead.',
      'Rescuers pulled 96 people out of 143 passengers from the cold water.'
    ],
    [
      'what came before a disaster',
      'past',
      'The ferry sank off the island at night and many people are dead.',
      'The ferry was built in 1998 at a yard in the north of the island.'
    ]
  ] as const)('%s', (_what, kind, last, next) => {
    expect(askedOf(last, next).filter(text => QUESTIONS[kind].includes(text ?? ''))).toEqual([])
  })
})

test('an outlet that had the story before is named as such, and never "adds" to it', () => {
  const item = makeItem('a', {
    outlet: 'The Guardian',
    text: 'The council said in “a long letter” that the bridge over the river in Port Alder stays open for everybody.'
  })
  const [candidate] = candidatesOf(item, namesOf([item]), DAY)
  if (candidate === undefined) throw new Error('it must be sayable')
  const part = { kind: 'lead' as const, host: 'Sarah', lines: [quoted(candidate)] }
  const said = nameOutlets([part], true, createPhraseBook('a')).flatMap(({ lines }) =>
    lines.map(({ text }) => text)
  )
  const again = ATTRIBUTIONS_AGAIN.map(phrase => phrase.replace(/\{outlet\}/i, 'The Guardian'))
  expect(again).toContain(said[1])
})
