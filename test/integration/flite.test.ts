import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { measureVoice } from '../../bench/measure-voice.ts'
import { fliteArgs } from '../../src/adapters/flite/flite-args.ts'
import { compileFlite } from '../../src/adapters/flite/flite-program.ts'
import { createFliteSpeech } from '../../src/adapters/flite/flite-speech.ts'
import { runFlite } from '../../src/adapters/flite/run-flite.ts'
import { loadVoices } from '../../src/adapters/voices/load-voices.ts'
import { decodeWav } from '../../src/domain/wav.ts'
import { lexiconFor } from '../../src/stages/render/lexicon-for.ts'
import { planTake } from '../../src/stages/render/plan-take.ts'
import { renderTake } from '../../src/stages/render/render-take.ts'
import { testSpeechModel } from '../contracts/speech-model.ts'

const SENTENCE = 'More than two hundred people marched in Dublin.'
const CLAUSE = 'officials said that the measure would take effect after a vote in the national assembly, '
const VOICES = fileURLToPath(new URL('../../voices', import.meta.url))

testSpeechModel('Flite', () => createFliteSpeech({ workers: 2 }))

describe('Flite', () => {
  let program: WebAssembly.Module
  const flite = createFliteSpeech({ workers: 1 })

  beforeAll(async () => {
    program = await compileFlite()
  })
  afterAll(() => flite.release())

  /** What Flite says that it says: phones, and the end of the last one in seconds. */
  const phones = (text: string, voice = 'kal16') => {
    const args = ['-psdur', ...fliteArgs({ text, voice, speed: 1 })]
    const segments = runFlite(program, args).printed.trim().split(/\s+/)
    const ends = segments.map(segment => Number(segment.split(':')[1]))
    return {
      names: segments.map(segment => segment.split(':')[0]).join(' '),
      /** The last segment is the pause at the end. */
      lastPauseSeconds: ends.at(-2) ?? Number.NaN,
      endSeconds: ends.at(-1) ?? Number.NaN
    }
  }
  const say = (text: string, voice: string) => flite.render({ text, voice, speed: 1 })

  test.each(['awb', 'rms', 'slt'])('%s lasts as long as Flite says its phones last', async voice => {
    const { samples, sampleRateHz } = await say(SENTENCE, voice)
    expect(Math.abs(samples.length / sampleRateHz - phones(SENTENCE, voice).endSeconds)).toBeLessThan(0.01)
  })

  test('kal16, whose sound is cut off after its last diphone, ends within its last pause', async () => {
    const { samples, sampleRateHz } = await say(SENTENCE, 'kal16')
    const { lastPauseSeconds, endSeconds } = phones(SENTENCE, 'kal16')
    expect(samples.length / sampleRateHz).toBeGreaterThan(lastPauseSeconds)
    expect(samples.length / sampleRateHz).toBeLessThan(endSeconds)
  })

  test('rendering leaves the event loop free', async () => {
    await say(SENTENCE, 'slt')
    let turns = 0
    let done = false
    const count = () => {
      turns++
      if (!done) setImmediate(count)
    }
    setImmediate(count)
    await say(CLAUSE.repeat(5), 'slt')
    done = true
    expect(turns).toBeGreaterThan(100)
  })

  test('a sentence of two thousand characters is rendered whole', async () => {
    const text = CLAUSE.repeat(23)
    const { samples, sampleRateHz } = await say(text, 'slt')
    expect(samples.length / sampleRateHz).toBeCloseTo(phones(text, 'slt').endSeconds, 1)
  })

  test.each([
    ['Zürich', 'Zurich'],
    ['“Quoted”', '"Quoted"'],
    ['--help', 'help'],
    ['Łódź', 'Lodz'],
    ['good 🎉 news', 'good news']
  ])('%j sounds as %j does', async (text, plain) => {
    expect((await say(text, 'kal16')).samples).toEqual((await say(plain, 'kal16')).samples)
  })

  test('every line of the lexicon changes what is said', async () => {
    const { lexicons } = await loadVoices(VOICES)
    const lexicon = lexicons.byFamily.flite ?? {}
    expect(Object.keys(lexicon).length).toBeGreaterThanOrEqual(30)
    const idle = Object.entries(lexicon).filter(([word, said]) => phones(word).names === phones(said).names)
    expect(idle).toEqual([])
  })

  test('the voice cards and Flite know the same voices at the same sample rate', async () => {
    const { voices } = await loadVoices(VOICES)
    const cards = voices.filter(({ model }) => model === flite.family)
    expect(cards.map(({ id }) => id).sort()).toEqual([...flite.voices].sort())
    for (const { id, sample, sampleRateHz } of cards)
      expect((await say(sample, id)).sampleRateHz).toBe(sampleRateHz)
  })

  test.each(['slt', 'rms'])('%s speaks the news at the pace that its card tells, to 2 %%', async id => {
    const { voices, lexicons } = await loadVoices(VOICES)
    const lexicon = lexiconFor({ lexicons, show: {}, family: 'flite', phonemes: false })
    const card = voices.find(voice => voice.id === id)
    if (!card) throw new Error(`no card for ${id}`)
    const { wordsPerMinute } = await measureVoice(card, flite, lexicon)
    expect(Math.abs(wordsPerMinute / (card.pace?.wordsPerMinute ?? 0) - 1)).toBeLessThan(0.02)
  })

  test('a take of two sentences has its pause where its spans say', async () => {
    const turn = {
      id: 't01',
      host: 'Ada',
      kind: 'detail' as const,
      segment: 's1',
      text: 'The vote passed by 52 to 48. It takes effect in May.',
      items: []
    }
    const { wav, info } = await renderTake(planTake(turn, 'slt', { speechName: flite.name }), flite)
    const { samples } = decodeWav(wav)
    const [first, second] = info.spans
    if (!first || !second) throw new Error(`expected two spans, there are ${info.spans.length}`)
    expect(second.startMs - first.endMs).toBeCloseTo(300, 0)
    const loudestIn = (fromMs: number, toMs: number) =>
      samples.slice(fromMs * 16, toMs * 16).reduce((high, sample) => Math.max(high, Math.abs(sample)), 0)
    expect(loudestIn(first.endMs, second.startMs)).toBe(0)
    expect(loudestIn(second.startMs, second.startMs + 150)).toBeGreaterThan(0.02)
    expect(loudestIn(first.endMs - 200, first.endMs)).toBeGreaterThan(0.02)
    expect(info.durationMs).toBe(samples.length / 16)
  })

  test('a process that released Flite ends by itself, and prints no warning', async () => {
    const module = new URL('../../src/adapters/flite/flite-speech.ts', import.meta.url).href
    const script = `
      const { createFliteSpeech } = await import('${module}')
      const flite = createFliteSpeech()
      const { samples } = await flite.render({ text: 'Good night.', voice: 'rms', speed: 1 })
      await flite.release()
      console.log(samples.length > 8000)`
    const { stdout, stderr } = await promisify(execFile)(
      process.execPath,
      ['--import', 'tsx', '--input-type=module', '--eval', script],
      { cwd: fileURLToPath(new URL('../..', import.meta.url)), timeout: 50_000 }
    )
    expect({ stdout, stderr }).toEqual({ stdout: 'true\n', stderr: '' })
  })
})
