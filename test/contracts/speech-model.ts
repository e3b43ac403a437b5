import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Style } from '../../src/domain/style.ts'
import type { Speech, SpeechModel, SpeechRequest } from '../../src/stages/render/ports.ts'

const SHORT = 'The bridge is open again.'
const LONG = 'The bridge is open again, nine days after a barge struck one of its piers.'

export interface SpeechModelTraits {
  /** A model may have a single voice, such as one Piper file. */
  leastVoices?: number
  /** How far two renders of one request may differ in length, as a share: 0 where only the noise differs. */
  lengthTolerance?: number
  /** Only the first so many voices are heard, of models that take their time. */
  mostVoices?: number
  /** Does it tell which symbols it had no sound for? A server does not. */
  tellsDropped?: boolean
}

const liveThreads = (): number =>
  process.getActiveResourcesInfo().filter(kind => kind === 'Worker' || kind === 'MessagePort').length

/** What every speech model must do; `make` gives a new one. */
export function testSpeechModel(
  name: string,
  make: () => SpeechModel | Promise<SpeechModel>,
  { leastVoices = 2, lengthTolerance = 0, mostVoices = 20, tellsDropped = true }: SpeechModelTraits = {}
): void {
  describe(`${name} as a speech model`, () => {
    let speech: SpeechModel
    let voices: readonly string[]
    let voice: string

    beforeAll(async () => {
      speech = await make()
      voices = speech.voices.slice(0, mostVoices)
      voice = voices[0] ?? 'no voice at all'
    })
    afterAll(() => speech.release())

    const say = (
      text: string,
      { signal, ...request }: Partial<SpeechRequest> & { signal?: AbortSignal } = {}
    ): Promise<Speech> => speech.render({ text, voice, speed: 1, ...request }, signal ? { signal } : {})

    /** The same sound, or, from a model that never makes the same twice, the same length. */
    const expectAlike = (one: Speech, other: Speech): void => {
      if (speech.abilities.repeats) expect(one.samples).toEqual(other.samples)
      else
        expect(Math.abs(one.samples.length / other.samples.length - 1)).toBeLessThanOrEqual(lengthTolerance)
    }

    test('has a name, its voices, and work for one call at least', () => {
      expect(speech.name).toMatch(/^[a-z0-9][a-z0-9.-]*$/)
      expect(new Set(speech.voices).size).toBe(speech.voices.length)
      expect(speech.voices.length).toBeGreaterThanOrEqual(leastVoices)
      expect(speech.parallel).toBeGreaterThanOrEqual(1)
      expect(speech.leastCharacters).toBeGreaterThanOrEqual(0)
    })

    test('gives finite audible samples at a known rate in every voice', async () => {
      for (const id of voices) {
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
      const times = lengthTolerance === 0 ? 1 : 8
      const lengthOf = async (speed: number): Promise<number> => {
        const said = await Promise.all(Array.from({ length: times }, () => say(LONG, { speed })))
        return said.reduce((sum, { samples }) => sum + samples.length, 0)
      }
      const ratio = (await lengthOf(1)) / (await lengthOf(1.25))
      const slack = lengthTolerance === 0 ? 0.1 : 0.2
      expect(Math.abs(ratio - 1.25)).toBeLessThan(slack)
    })

    test('sounds different in different voices', async () => {
      const all = await Promise.all(voices.map(id => say(SHORT, { voice: id })))
      const sounds = all.map(({ samples }) => Buffer.from(samples.buffer).toString('base64'))
      expect(new Set(sounds).size).toBe(voices.length)
    })

    test('gives the same samples for the same request, or as many where it has noise of its own', async () => {
      expectAlike(await say(SHORT), await say(SHORT))
    })

    test('renders two requests at once as it would one after the other', async () => {
      const alone = [await say(SHORT), await say(LONG)] as const
      const together = await Promise.all([say(SHORT), say(LONG)])
      expectAlike(together[0], alone[0])
      expectAlike(together[1], alone[1])
    })

    test('rejects an unknown voice, and names those there are, as faultOfVoice does', async () => {
      const fault = speech.faultOfVoice('nobody')
      expect(fault).toMatch(new RegExp(`nobody.*${speech.voices.join('.*')}`))
      await expect(say(SHORT, { voice: 'nobody' })).rejects.toThrow(fault ?? 'a fault')
      expect(speech.voices.map(id => speech.faultOfVoice(id))).toEqual(speech.voices.map(() => null))
    })

    test('takes a blend of two voices if it says that it can, and else says that there is no such voice', async () => {
      const blend = `${speech.voices[0]}:60+${speech.voices[1] ?? speech.voices[0]}:40`
      const fault = speech.faultOfVoice(blend)
      if (speech.abilities.blends) {
        expect(fault).toBeNull()
        expect((await say(SHORT, { voice: blend })).samples.length).toBeGreaterThan(0)
      } else {
        expect(fault).toContain(blend)
        await expect(say(SHORT, { voice: blend })).rejects.toThrow(fault ?? 'a fault')
      }
    })

    test.each([
      ['a voice that it has not', (id: string) => `${id}:60+nobody:40`],
      ['a voice twice', (id: string) => `${id}+${id}`],
      ['a weight of nothing', (id: string) => `${id}:0+${id}:40`],
      ['a weight that is no number', (id: string) => `${id}:most+nobody:40`]
    ])('says what is wrong with a blend that has %s', async (_, blend) => {
      const fault = speech.faultOfVoice(blend(voice))
      expect(fault).not.toBeNull()
      await expect(say(SHORT, { voice: blend(voice) })).rejects.toThrow(fault ?? 'a fault')
    })

    test('says phonemes where they are given instead of reading them out, if it says that it can', async () => {
      if (!speech.abilities.phonemes) return
      const plain = await say('The ferry sails from Dublin at nine.')
      const given = await say('The ferry sails from [Dublin](/dˈʌblɪn/) at nine.')
      expect(given.samples.length / plain.samples.length).toBeGreaterThan(0.8 - lengthTolerance)
      expect(given.samples.length / plain.samples.length).toBeLessThan(1.2 + lengthTolerance)
      expect(given.dropped ?? {}).toEqual({})
    })

    test('counts the symbols that it has no sound for, if it takes phonemes and can tell', async () => {
      if (!speech.abilities.phonemes || !tellsDropped) return
      const { dropped } = await say('A [click](/klꟹˈɪkꟹ/) was heard.')
      expect(dropped).toEqual({ ꟹ: 2 })
    })

    test.each<Style>(['excited', 'whispering'])('says the same words in the style %s', async style => {
      const plain = await say(SHORT)
      const styled = await say(SHORT, { style, intensity: 2 })
      expect(styled.samples.length / plain.samples.length).toBeGreaterThan(0.6)
      expect(styled.samples.length / plain.samples.length).toBeLessThan(1.6)
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

    test('renders nothing after its release, which may be asked for twice and leaves no thread', async () => {
      const threadsBefore = liveThreads()
      const another = await make()
      const request = { text: SHORT, voice, speed: 1 }
      await another.render(request)
      await another.release()
      await another.release()
      await expect(another.render(request)).rejects.toThrow(/released/)
      await expect.poll(liveThreads).toBeLessThanOrEqual(threadsBefore)
    })
  })
}
