import type { WritingStep } from '../../src/domain/writer.ts'
import { splitSentences } from '../../src/domain/sentences.ts'
import { countWords } from '../../src/domain/text.ts'

/** What a model is asked, as far as its answer depends on it. */
export interface Asked {
  step: WritingStep | undefined
  prompt: string
}

export interface WrittenTurn {
  speaker: string
  text: string
  claims: number[]
}

const REPORT = /<<< report ([A-Z]), [^\n]*>>>\nHeadline: ([^\n]*)\n([\s\S]*?)\n<<< end of report/g
const CLAIM = /^(\d+)\. (.*) \["/gm
const ALONE = /^["“]?(?:He|She|It|They|This|That|These|Those|But|And|His|Her|Their|Its)\b/

/** The hosts in their order. */
export const hostsIn = (prompt: string): string[] =>
  [...(/^(?:Hosts|Voices):\n((?:- .*\n)+)/m.exec(prompt)?.[1]?.matchAll(/^- ([^:\n(]+)/gm) ?? [])].map(
    ([, name = '']) => name.trim()
  )

/** A model that writes well: it says what the reports say, in their own sentences. */
export function goodAnswer({ step, prompt }: Asked): unknown {
  switch (step) {
    case 'digest':
      return goodDigest(prompt)
    case 'line-up':
      return goodLineUp(prompt)
    case 'dialogue':
      return { turns: prompt.includes('The subject:') ? goodFiction(prompt) : goodTurns(prompt) }
    case 'frame':
      return goodFrame(prompt)
    case 'repair':
      return { text: [...prompt.matchAll(/^- (.*)$/gm)].at(-1)?.[1] ?? '' }
    default:
      return {}
  }
}

function goodLineUp(prompt: string): unknown {
  const stories = [...prompt.matchAll(/^([A-Z])\. (.*) \(/gm)]
  return {
    order: stories.map(([, letter = '']) => letter),
    hook: stories[0]?.[2] ?? '',
    bridges: stories.map(() => '')
  }
}

function goodDigest(prompt: string): unknown {
  const claims = [...prompt.matchAll(REPORT)].flatMap(([, report = '', , text = '']) =>
    splitSentences(text)
      .filter(sentence => countWords(sentence) >= 6 && countWords(sentence) <= 40 && !ALONE.test(sentence))
      .map(sentence => ({ claim: sentence, report, quotation: sentence }))
  )
  return { claims: claims.slice(0, 10), names: [], numbers: [], differences: [] }
}

/** One claim a turn, until the words that were asked for are said. */
export function goodTurns(prompt: string): WrittenTurn[] {
  const words = Number(/turns with (\d+) words/.exec(prompt)?.[1])
  const hosts = hostsIn(prompt)
  const first = Math.max(0, hosts.indexOf(/(\p{L}+) speaks first/u.exec(prompt)?.[1] ?? ''))
  const turns: WrittenTurn[] = []
  let said = 0
  for (const [, number = '', text = ''] of prompt.matchAll(CLAIM)) {
    if (said >= words * 0.95) break
    turns.push({
      speaker: hosts[(first + turns.length) % hosts.length] ?? '',
      text,
      claims: [Number(number)]
    })
    said += countWords(text)
  }
  return turns
}

const PLACES = [
  'harbour',
  'orchard',
  'attic',
  'quarry',
  'station',
  'bakery',
  'meadow',
  'lighthouse',
  'market',
  'chapel'
]
const PEOPLE = [
  'Mara',
  'Tobin',
  'Ilse',
  'Perran',
  'Odile',
  'Casper',
  'Noor',
  'Wren',
  'Anselm',
  'Greta',
  'Yusuf'
]
const DEEDS = [
  'found a key under',
  'painted',
  'walked past',
  'slept in',
  'sang about',
  'swept',
  'measured',
  'forgot',
  'drew',
  'mended',
  'sold',
  'dreamed of',
  'hid behind'
]

/** Sentences about nobody, no two alike. */
function goodFiction(prompt: string): WrittenTurn[] {
  const hosts = hostsIn(prompt)
  const part = Number(/This is part (\d+)/.exec(prompt)?.[1])
  const words = Number(/turns with (\d+) words/.exec(prompt)?.[1])
  const turns: WrittenTurn[] = []
  for (let at = 0, said = 0; said < words * 0.97; at++) {
    const nth = part * 1000 + at
    const [who, deed, where] = [PEOPLE[nth % 11], DEEDS[nth % 13], PLACES[nth % 10]]
    const text = `${who} ${deed} the ${where}, and it was ${nth} steps from there to the sea.`
    turns.push({ speaker: hosts[at % hosts.length] ?? '', text, claims: [] })
    said += countWords(text)
  }
  return turns
}

function goodFrame(prompt: string): unknown {
  const hosts = hostsIn(prompt)
  const [, show = '', day = ''] = /^Programme: (.*)\. It is (.*)\.$/m.exec(prompt) ?? []
  const [one = '', other = one] = hosts
  return {
    opening: [
      {
        speaker: one,
        text: `Welcome to ${show} for ${day}. I'm ${one}, and ${other} is with me. This programme is made by AI, and our voices are synthetic.`
      }
    ],
    close: [
      { speaker: other, text: 'The sources are linked in the notes. Thank you for listening.' },
      { speaker: one, text: `From ${other} and from me, ${one}: goodbye.` }
    ]
  }
}
