import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { SpeechModel } from '../../src/stages/render/ports.ts'

const SHORT = 'The bridge is open again.'
const LONG = 'The bridge is open again, nine days after a barge struck one of its piers in the fog.'

const liveThreads = (): number =>
  process.getActiveResourcesInfo().filter(kind => kind === 'Worker' || kind === 'MessagePort').length

/** What every speech model must do; `make` gives a new one. */
export function testSpeechModel(name: string, make: () => SpeechModel): void {
  describe(`${name} as a speech model`, () => {
    let speech: SpeechModel
    let voice: string
    let threadsBefore: number

    beforeEach(() => {
      threadsBefore = liveThreads()
      speech = make()
      voice = speech.voices[0] ?? 'no voice at all'
    })
    afterEach(async () => {
      await speech.release()
      await expect.poll(liveThreads).toBeLessThanOrEqual(threadsBefore)
    })

    const say = (text: string, options: { voice?: string; speed?: number; signal?: AbortSignal } = {}) =>
      speech.render(
        { text, voice: options.voice ?? voice, speed: options.speed ?? 1 },
        options.signal ? { signal: options.signal } : {}
      )

    test('has a name and at least two voices', () => {
      expect(speech.name).toMatch(/^[a-z0-9][a-z0-9.-]*$/)
      expect(new Set(speech.voices).size).toBe(speech.voices.length)
      expect(speech.voices.length).toBeGreaterThanOrEqual(2)
    })

    test('gives finite audible samples at a known rate in every voice', async () => {
      for (const id of speech.voices) {
        const { samples, sampleRateHz } = await say(SHORT, { voice: id })
        expect(sampleRateHz).toBeGreaterThanOrEqual(8000)
        expect(samples.every(sample => Number.isFinite(sample) && Math.abs(sample) <= 1)).toBe(true)
        expect(samples.some(sample => Math.abs(sample) > 0.05)).toBe(true)
      }
    })

    test('needs more time for more words', async () => {
      const [short, long] = [await say(SHORT), await say(LONG)]
      expect(long.samples.length).toBeGreaterThan(2 * short.samples.length)
    })

    test('needs less time at a higher speed', async () => {
      const [plain, fast] = [await say(LONG), await say(LONG, { speed: 1.25 })]
      expect(plain.samples.length / fast.samples.length).toBeGreaterThan(1.15)
      expect(plain.samples.length / fast.samples.length).toBeLessThan(1.35)
    })

    test('sounds different in different voices', async () => {
      const all = await Promise.all(speech.voices.map(id => say(SHORT, { voice: id })))
      const sounds = all.map(({ samples }) => Buffer.from(samples.buffer).toString('base64'))
      expect(new Set(sounds).size).toBe(speech.voices.length)
    })

    test('gives the same samples for the same request', async () => {
      expect((await say(SHORT)).samples).toEqual((await say(SHORT)).samples)
    })

    test('renders two requests at once as it would one after the other', async () => {
      const alone = [await say(SHORT), await say(LONG)]
      const together = await Promise.all([say(SHORT), say(LONG)])
      expect(together.map(({ samples }) => samples)).toEqual(alone.map(({ samples }) => samples))
    })

    test('rejects an unknown voice, and names those there are', async () => {
      await expect(say(SHORT, { voice: 'nobody' })).rejects.toThrow(
        new RegExp(`nobody.*${[...speech.voices].join('.*')}`)
      )
    })

    test.each(['', '   ', '…', '?!'])('rejects %j, in which there is nothing to say', async text => {
      await expect(say(text)).rejects.toThrow(/nothing to say/)
    })

    test('rejects a request that was aborted before it began', async () => {
      await expect(say(SHORT, { signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow('enough')
    })

    test('rejects a request that is aborted while it runs, and can render after that', async () => {
      const controller = new AbortController()
      const running = say(`${LONG} `.repeat(20), { signal: controller.signal })
      controller.abort(new Error('enough'))
      await expect(running).rejects.toThrow('enough')
      expect((await say(SHORT)).samples.length).toBeGreaterThan(0)
    })

    test('renders nothing after its release, which may be asked for twice', async () => {
      await say(SHORT)
      await speech.release()
      await speech.release()
      await expect(say(SHORT)).rejects.toThrow(/released/)
    })
  })
}
