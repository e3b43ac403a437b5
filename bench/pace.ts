import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { compose } from '../src/compose.ts'
import { loadPlainShow, loadSettings, DEMO_CONFIG } from '../src/config/load-settings.ts'
import { measurePace } from '../src/stages/render/measure-pace.ts'
import { measureVoice } from './measure-voice.ts'
import { printJson } from './print-json.ts'

/** A card that is this far from what is measured wants to be changed. */
const TOLERANCE = 0.01

const { values: wish } = parseArgs({
  options: {
    /** As `duologue --speech` has it. */
    speech: { type: 'string', default: 'flite' },
    /** Names parted by commas; all of the model's where absent. */
    voices: { type: 'string' },
    json: { type: 'boolean' }
  }
})

const home = await mkdtemp(join(tmpdir(), 'duologue-pace-'))
const settings = loadSettings({ home, config: DEMO_CONFIG, speech: wish.speech })
const ports = await compose(settings)
const speech = await ports.speech(settings.speech)
const lexicon = ports.lexicon(loadPlainShow(), speech)

async function measure(id: string) {
  const card = ports.voices.find(voice => voice.id === id && voice.model === speech.family)
  const onNews = await measureVoice({ id }, speech, lexicon)
  const short = await measurePace(speech, id, { lexicon })
  const onCard = card?.pace ?? null
  const cardRatios = onCard && {
    words: onCard.wordsPerMinute / onNews.wordsPerMinute,
    syllables: onCard.syllablesPerSecond / onNews.syllablesPerSecond
  }
  return {
    ...onNews,
    short,
    wordsRatio: short.wordsPerMinute / onNews.wordsPerMinute,
    syllablesRatio: short.syllablesPerSecond / onNews.syllablesPerSecond,
    onCard,
    cardRatios,
    differs: Object.values(cardRatios ?? {}).some(ratio => Math.abs(ratio - 1) > TOLERANCE)
  }
}

const measured = []
try {
  for (const id of wish.voices?.split(',') ?? speech.voices) measured.push(await measure(id))
} finally {
  await ports.release()
  await rm(home, { recursive: true })
}

console.log(
  'words/min and syllables/s over the news; the ratios are those of the short text, and of the card'
)
console.table(
  Object.fromEntries(
    measured.map(of => [
      of.voice,
      {
        words: of.words,
        seconds: of.speechSeconds.toFixed(1),
        'words/min': of.wordsPerMinute.toFixed(1),
        'short ratio': of.wordsRatio.toFixed(3),
        'syllables/s': of.syllablesPerSecond.toFixed(2),
        'short ratio ': of.syllablesRatio.toFixed(3),
        'on its card': of.onCard?.wordsPerMinute ?? 'none',
        'card ratio': of.cardRatios?.words.toFixed(3) ?? '',
        'level dBFS': of.speechLevelDbfs.toFixed(1)
      }
    ])
  )
)
const differing = measured.filter(({ differs }) => differs).map(({ voice }) => voice)
console.log(
  differing.length === 0
    ? 'No card differs by more than 1 %.'
    : `Cards that differ by more than 1 %: ${differing.join(', ')}.`
)
printJson({ speech: speech.name, voices: measured, differing })
