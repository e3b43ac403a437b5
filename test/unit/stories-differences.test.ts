import { describe, expect, test } from 'vitest'
import type { Item } from '../../src/domain/feed.ts'
import { rundownSchema, storySchema } from '../../src/domain/rundown.ts'
import { findDifferences } from '../../src/stages/fetch/find-differences.ts'
import { readFigures } from '../../src/stages/fetch/read-figures.ts'
import { makeItem, makeRundown, makeStory } from '../fixtures/write/make-story.ts'

const told = (outlet: string, hour: number, title: string, text = ''): Item =>
  makeItem(outlet, {
    outlet,
    title,
    text,
    publishedAt: `2026-03-03T${String(hour).padStart(2, '0')}:00:00.000Z`
  })

const differences = (...items: Item[]): [string, string[]][] =>
  findDifferences(items).map(({ what, values }) => [
    what,
    values.map(({ value, outlet }) => `${outlet}: ${value}`)
  ])

describe('numbers of a text', () => {
  test.each([
    ['At least 18 people were killed.', [[18, '']]],
    ['Twenty-one people died in the crash.', [[21, '']]],
    [
      'It costs $1.2bn, or 1.1 billion euros.',
      [
        [1.2e9, '$'],
        [1.1e9, '€']
      ]
    ],
    ['Prices rose by 4.5 per cent.', [[4.5, '%']]],
    [
      'About 1,200 jobs go by 20 March.',
      [
        [1200, ''],
        [320, 'date']
      ]
    ],
    ['Redmoor won 2-1.', [[2001, 'score']]],
    ['In 2024 a man aged 34, a 27-year-old woman and the 3rd runner met at 10:30.', [[34, '']]],
    ['No number is here.', []]
  ])('of %j are %j', (text, figures) => {
    expect(readFigures({ title: '', text }).map(({ value, unit }) => [value, unit])).toEqual(figures)
  })
})

describe('outlets that differ', () => {
  test.each<[string, Item[], [string, string[]][]]>([
    [
      'in the number of dead, the newest first',
      [
        told('Wire', 5, 'At least 18 killed as bus plunges into ravine'),
        told('Post', 7, 'Bus crash', 'The number of dead after the crash has risen to 23.'),
        told('Mail', 6, 'Coach driver blamed', 'Twenty-one people died when the coach left the road.')
      ],
      [['dead', ['Post: 23', 'Mail: Twenty-one', 'Wire: At least 18']]]
    ],
    [
      'in the number of injured, while they agree on the dead',
      [
        told('Wire', 5, 'Train crash', 'Two people were killed and 30 were injured in the crash.'),
        told('Post', 7, 'Train crash', 'The crash left two dead and 44 injured, doctors said.')
      ],
      [['injured', ['Post: 44', 'Wire: 30']]]
    ],
    [
      'in how many marched',
      [
        told('Wire', 5, 'Some 40,000 people marched against the reform, police said'),
        told('Post', 7, '120,000 join protest over pensions, say unions')
      ],
      [['marching', ['Post: 120,000', 'Wire: Some 40,000']]]
    ],
    [
      'in an amount of money',
      [
        told('Wire', 5, 'Merger agreed', 'The price of the merger is 4.2 billion dollars.'),
        told('Post', 7, 'Merger agreed', 'The merger has a price of $3.8 billion, the buyer said.')
      ],
      [['merger', ['Post: $3.8 billion', 'Wire: 4.2 billion dollars']]]
    ],
    [
      'in a share',
      [
        told(
          'Wire',
          5,
          'Unemployment at 5.1 percent',
          'The rate of unemployment rose to 5.1 percent in March.'
        ),
        told('Post', 7, 'Jobless figures', 'In March unemployment rose to 5.4 percent.')
      ],
      [['unemployment', ['Post: 5.4 percent', 'Wire: 5.1 percent']]]
    ],
    [
      'in a count of things',
      [
        told('Wire', 5, 'Mill to close', 'The company will cut 1,200 jobs at the mill.'),
        told('Post', 7, 'Mill to close', 'The closure of the mill costs 1,500 jobs.')
      ],
      [['jobs', ['Post: 1,500', 'Wire: 1,200']]]
    ],
    [
      'in a date',
      [
        told('Wire', 5, 'New phone', 'The phone goes on sale on 20 March.'),
        told('Post', 7, 'New phone', 'The phone is on sale from 23 March.')
      ],
      [['sale', ['Post: 23 March', 'Wire: 20 March']]]
    ]
  ])('%s', (_what, items, expected) => {
    expect(differences(...items)).toEqual(expected)
  })
})

describe('outlets that do not differ', () => {
  test.each<[string, Item[]]>([
    [
      'say the same in words and digits',
      [told('Wire', 5, 'Twelve people killed in fire'), told('Post', 7, '12 dead in fire')]
    ],
    [
      'round differently',
      [
        told('Wire', 5, 'Loss', 'The company made a loss of 1.23 billion dollars.'),
        told('Post', 7, 'Loss', 'The loss of the company was 1.2 billion dollars.')
      ]
    ],
    [
      'one of them says that it is not exact',
      [
        told('Wire', 5, 'About 400 people evacuated after gas leak'),
        told('Post', 7, 'Gas leak', 'Police evacuated 412 people.')
      ]
    ],
    [
      'number different things',
      [
        told('Wire', 5, 'Crash', 'Two people were killed in the crash.'),
        told('Post', 7, 'Crash', 'The crash closed three lanes for 14 hours and 30 people were injured.')
      ]
    ],
    [
      'have other units',
      [
        told('Wire', 5, 'Deal', 'The price of the deal is 4 billion dollars.'),
        told('Post', 7, 'Deal', 'The price of the deal is 3.6 billion euros.')
      ]
    ],
    [
      'explain the other number',
      [
        told('Wire', 5, 'Rates', 'The bank raised its key rate to 3.5 percent.'),
        told('Post', 7, 'Rates', 'The bank raised its key rate from 3.25 to 3.5 percent.')
      ]
    ],
    [
      'tell how the number rose',
      [
        told('Wire', 5, 'Three dead after roof collapse'),
        told('Post', 7, 'Five dead after roof collapse', 'The number of dead rose from three to five.')
      ]
    ],
    [
      'speak of profit and of revenue',
      [
        told('Wire', 5, 'Results', 'Profit rose to 310 million euros.'),
        told('Post', 7, 'Results', 'Revenue rose to 2.4 billion euros.')
      ]
    ],
    [
      'give ages and years',
      [
        told('Wire', 5, 'Winner', 'The 34-year-old won the title in 2019.'),
        told('Post', 7, 'Winner', 'The 36-year-old won the title in 2021.')
      ]
    ],
    [
      'number people and homes, or people and a distance',
      [
        told('Wire', 5, 'Gas leak', 'About 400 people were evacuated, and two men were killed by the blast.'),
        told(
          'Post',
          7,
          'Gas leak',
          'Police evacuated 140 homes, 30 kilometres from where two men were killed.'
        )
      ]
    ],
    [
      'speak of a share and of how it grew',
      [
        told('Wire', 5, 'Car sales', 'Registrations of electric cars rose 7.4 percent in July.'),
        told('Post', 7, 'Car sales', 'Electric cars made up 15.6 percent of registrations in July, up again.')
      ]
    ],
    [
      'give a score from either side',
      [
        told('Wire', 5, 'Redmoor beat Castlegate 2-1 in league match'),
        told('Post', 7, 'Castlegate lose league match 1-2 to Redmoor')
      ]
    ],
    ['are one', [told('Wire', 5, 'Three dead'), told('Wire', 7, 'Five dead')]],
    ['are silent', [told('Wire', 5, 'Crash'), told('Post', 7, '')]]
  ])('where they %s', (_what, items) => {
    expect(differences(...items)).toEqual([])
  })

  test('a text of nothing but numbers is read in time', () => {
    const text = `${'12 345 dead of 7,8 9.1 % or '.repeat(20_000)}.`
    expect(findDifferences([told('Wire', 5, '', text), told('Post', 6, '', `${text} 1`)])).toEqual([])
  })
})

describe('the rundown', () => {
  test('written before there were differences and follow-ups is read as it was', () => {
    const story = makeStory([makeItem('a')])
    expect(storySchema.parse(story)).toEqual(story)
    expect(rundownSchema.parse(makeRundown([story])).stories).toEqual([story])
  })
})
