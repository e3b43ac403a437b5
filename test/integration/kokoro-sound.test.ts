import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createKokoroSpeech } from '../../src/adapters/onnx/create-kokoro-speech.ts'
import { detectKokoroInputs } from '../../src/adapters/onnx/kokoro-inputs.ts'
import { openSession } from '../../src/adapters/onnx/open-session.ts'
import { kokoroTokens, styleRow } from '../../src/adapters/onnx/phonemes/kokoro-tokens.ts'
import { toKokoroPhonemes } from '../../src/adapters/onnx/phonemes/to-kokoro-phonemes.ts'
import { readVoice } from '../../src/adapters/onnx/read-voice.ts'
import { runKokoro, SAMPLES_PER_FRAME } from '../../src/adapters/onnx/run-kokoro.ts'
import { speakKokoro, type KokoroParts } from '../../src/adapters/onnx/speak-kokoro.ts'
import type { SpeechModel } from '../../src/stages/render/ports.ts'
import { hasStandIns, kokoroStandIn, NO_STAND_INS, type KokoroKind } from '../helpers/stand-in-models.ts'

const SENTENCE = 'The bridge is open again.'
const LONG =
  'The ferries are back to their summer hours, the council meets at nine, and the bridge is open again, nine days after a barge struck one of its piers in the fog; nobody was hurt, and the river police are still looking into how it came about. '

async function openParts(kind: KokoroKind): Promise<KokoroParts> {
  const { model, voicesDir } = await kokoroStandIn({ small: true, ...kind })
  const { session } = await openSession(model, 'cpu')
  const inputs = detectKokoroInputs(model, session.inputMetadata, session.outputMetadata)
  return {
    session,
    inputs,
    voices: ['af_heart'],
    voiceNamed: voice => readVoice(join(voicesDir, `${voice}.bin`))
  }
}

const request = { text: SENTENCE, voice: 'af_heart', speed: 1 }
const never = () => false

describe.skipIf(!hasStandIns)(`the sound of Kokoro${NO_STAND_INS}`, () => {
  test('of the model in its full size is as long as its durations say, and is within full scale', async () => {
    const { session, inputs, voiceNamed } = await openParts({ small: false, durations: true })
    const { phonemes } = await toKokoroPhonemes(SENTENCE, 'en-us')
    const tokens = kokoroTokens(phonemes)
    const row = styleRow(tokens.length - 2)
    const style = voiceNamed('af_heart').slice(row * 256, row * 256 + 256)
    for (const speed of [1, 1.3]) {
      const { samples, durations } = await runKokoro(session, inputs, { tokens, style, speed })
      expect(durations).toHaveLength(tokens.length)
      expect(samples).toHaveLength(
        SAMPLES_PER_FRAME * (durations ?? []).reduce((sum, frames) => sum + frames, 0)
      )
      expect(samples.every(sample => Number.isFinite(sample) && Math.abs(sample) <= 1)).toBe(true)
    }
  })

  test.each<[string, KokoroKind, string]>([
    ['onnx-community', {}, 'input_ids float32 waveform'],
    ['kokoro-onnx', { tokens: true }, 'tokens float32 audio'],
    ['one with whole numbers for speed', { intSpeed: true }, 'input_ids int64 waveform'],
    ['one with its weights beside it', { external: true }, 'input_ids float32 waveform']
  ])('of the export of %s is the same, at another speed too', async (_, kind, contract) => {
    const [usual, other] = [await openParts({}), await openParts(kind)]
    expect(`${other.inputs.ids} ${other.inputs.speedType} ${other.inputs.waveform}`).toBe(contract)
    const plain = await speakKokoro(usual, request, never)
    expect((await speakKokoro(other, request, never)).samples.length).toBe(plain.samples.length)
    const fast = await speakKokoro(other, { ...request, speed: 1.25 }, never)
    expect(plain.samples.length / fast.samples.length).toBeGreaterThan(1.15)
    expect(plain.samples.length / fast.samples.length).toBeLessThan(1.35)
  })

  test('takes the tokens and the style row of each piece to the model', async () => {
    const { inputs, voiceNamed, voices } = await openParts({})
    const calls: { tokens: number[]; style: Float32Array }[] = []
    const session: KokoroParts['session'] = {
      run: feeds => {
        const { input_ids: ids, style } = feeds as Record<string, { data: ArrayLike<unknown> }>
        calls.push({
          tokens: Array.from(ids?.data ?? [], Number),
          style: Float32Array.from(Array.from(style?.data ?? [], Number))
        })
        return Promise.resolve({ waveform: { data: new Float32Array(600).fill(0.1) } as never })
      }
    }
    await speakKokoro({ session, inputs, voices, voiceNamed }, { ...request, text: LONG.repeat(2) }, never)
    expect(calls.length).toBeGreaterThan(1)
    for (const { tokens, style } of calls) {
      expect(tokens.length).toBeGreaterThanOrEqual(100)
      expect(tokens.length).toBeLessThanOrEqual(302)
      expect([tokens[0], tokens.at(-1)]).toEqual([0, 0])
      const row = tokens.length - 3
      expect(style).toEqual(voiceNamed('af_heart').slice(row * 256, row * 256 + 256))
    }
  })

  test('of British voices is British English', async () => {
    const { phonemes: british } = await toKokoroPhonemes('The boat is on the water.', 'en')
    const { phonemes: american } = await toKokoroPhonemes('The boat is on the water.', 'en-us')
    expect(british).toContain('Q')
    expect(american).toContain('O')
    const parts = await openParts({})
    const lengths = new Map<string, number>()
    const session: KokoroParts['session'] = {
      run: feeds => {
        const ids = (feeds as Record<string, { data: ArrayLike<unknown> }>)['input_ids']?.data ?? []
        lengths.set(Array.from(ids, Number).join(), ids.length)
        return parts.session.run(feeds)
      }
    }
    for (const voice of ['bf_emma', 'af_heart'])
      await speakKokoro({ ...parts, session }, { text: 'The boat is on the water.', voice, speed: 1 }, never)
    expect([...lengths.keys()]).toEqual([kokoroTokens(british).join(), kokoroTokens(american).join()])
  })

  test('is given up between two pieces', async () => {
    const parts = await openParts({})
    let runs = 0
    const session: KokoroParts['session'] = { run: feeds => (runs++, parts.session.run(feeds)) }
    const speech = speakKokoro({ ...parts, session }, { ...request, text: LONG.repeat(4) }, () => runs === 1)
    await expect(speech).rejects.toThrow('given up')
    expect(runs).toBe(1)
  })
})

describe.skipIf(!hasStandIns)(`the threads of Kokoro${NO_STAND_INS}`, () => {
  const notes: string[] = []
  let kokoro: SpeechModel

  beforeAll(async () => {
    const files = await kokoroStandIn({ small: true })
    kokoro = await createKokoroSpeech({
      ...files,
      workers: 1,
      device: 'webgpu',
      onNote: text => notes.push(text)
    })
  })
  afterAll(() => kokoro.release())

  test('run on the CPU where there is no GPU, and say so once, with the reason', async () => {
    await kokoro.render(request)
    if (notes.length === 0) expect(kokoro.parallel).toBe(1)
    else expect(notes).toEqual([expect.stringMatching(/^speech runs on the CPU \(webgpu: .+\)$/)])
  })

  test('leave the event loop free', async () => {
    await kokoro.render(request)
    let ticks = 0
    const timer = setInterval(() => ticks++, 5)
    const { samples } = await kokoro.render({ ...request, text: LONG })
    clearInterval(timer)
    expect(samples.length).toBeGreaterThan(100_000)
    expect(ticks).toBeGreaterThan(20)
  })

  test('take the longest of the texts that wait first', async () => {
    const ended: string[] = []
    const say = async (name: string, text: string) => {
      await kokoro.render({ ...request, text })
      ended.push(name)
    }
    await Promise.all([
      say('first', SENTENCE),
      say('short', SENTENCE),
      say('long', LONG),
      say('middle', `${SENTENCE} ${SENTENCE}`)
    ])
    expect(ended).toEqual(['first', 'long', 'middle', 'short'])
  })

  test('give back what waited for a thread as soon as it is aborted', async () => {
    const controller = new AbortController()
    const [running, waiting] = [
      kokoro.render({ ...request, text: LONG }),
      kokoro.render(request, { signal: controller.signal })
    ]
    const refused = expect(waiting).rejects.toThrow('enough')
    controller.abort(new Error('enough'))
    const order = await Promise.race([refused.then(() => 'refused'), running.then(() => 'done')])
    expect(order).toBe('refused')
    expect((await running).samples.length).toBeGreaterThan(0)
  })

  test.each([
    ['is released in the middle of a run', 'await kokoro.release(); await running'],
    ['exits in the middle of a run', 'process.exit(0)']
  ])('end well where the process %s', async (_, end) => {
    const module = new URL('../../src/adapters/onnx/create-kokoro-speech.ts', import.meta.url).href
    const files = await kokoroStandIn({ small: true })
    const script = `
      const { createKokoroSpeech } = await import('${module}')
      const kokoro = await createKokoroSpeech({ ...${JSON.stringify(files)}, workers: 1 })
      await kokoro.render({ text: 'Good.', voice: 'af_heart', speed: 1 })
      const running = kokoro.render({ text: ${JSON.stringify(LONG.repeat(3))}, voice: 'af_heart', speed: 1 })
        .catch(error => console.log(error.message))
      await new Promise(resolve => setTimeout(resolve, 300))
      console.log('ending')
      ${end}`
    const { stdout, stderr } = await promisify(execFile)(
      process.execPath,
      ['--import', 'tsx', '--input-type=module', '--eval', script],
      { cwd: fileURLToPath(new URL('../..', import.meta.url)), timeout: 50_000 }
    )
    expect(stdout).toMatch(/^ending\n(this speech model has been released: create another\n)?$/)
    expect(stderr).toBe('')
  })
})
