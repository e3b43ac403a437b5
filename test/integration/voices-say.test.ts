import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createToneSpeech } from '../../src/adapters/tone/tone-speech.ts'
import { voicesList, voicesSay, type VoicesSayOptions } from '../../src/cli/commands/voices.ts'
import { UsageError } from '../../src/cli/exit.ts'
import type { OpenVoiceDesk } from '../../src/cli/voice-desk.ts'
import { DEMO_CONFIG } from '../../src/config/load-settings.ts'
import { decodeWav } from '../../src/domain/wav.ts'
import { captureStdout } from '../helpers/capture-stdout.ts'
import { fliteDesk } from '../helpers/voice-desk.ts'

const TEXT = 'The budget is $4.6 billion. It passed by 52 to 48.'

describe('voices say', () => {
  let dir: string
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'voices-say-'))
  })
  afterEach(() => rm(dir, { recursive: true }))

  const say = async (voice: string, text: string, options: VoicesSayOptions = {}) => {
    const { open, wishes, released } = fliteDesk()
    const wish = { config: DEMO_CONFIG, home: dir, out: join(dir, 'out.wav'), ...options }
    try {
      const { result, text: printed } = await captureStdout(() => voicesSay(voice, text, wish, open))
      return { code: result, printed, wishes }
    } finally {
      expect(wishes.length === 0 || released() === 1).toBe(true)
    }
  }
  const secondsOf = async (name = 'out.wav') => {
    const { samples, sampleRateHz } = decodeWav(await readFile(join(dir, name)))
    return samples.length / sampleRateHz
  }

  test('writes what a turn would sound like, and says how long it took', async () => {
    const { code, printed } = await say('slt', TEXT)
    expect(code).toBe(0)
    const seconds = await secondsOf()
    expect(seconds).toBeGreaterThan(3.5)
    expect(printed).toContain(`  length  ${seconds.toFixed(1)} s, level -`)
    expect(printed).toMatch(/file .*out\.wav\n {2}voice {3}slt of flite-2\.3, 16 kHz\n/)
    expect(printed).toMatch(/work {4}\d+\.\d\d s with loading, \d+\.\d times real time\n$/)
    expect(await readdir(dir)).toEqual(['out.wav'])
  })

  test('prints the same as one object', async () => {
    const { printed } = await say('rms', TEXT, { json: true })
    const facts = JSON.parse(printed) as Record<string, unknown>
    expect(facts).toMatchObject({
      file: join(dir, 'out.wav'),
      voice: 'rms',
      speech: 'flite-2.3',
      sampleRateHz: 16_000
    })
    expect(facts.seconds).toBeCloseTo(await secondsOf(), 6)
    expect(Number(facts.timesRealTime)).toBeCloseTo(Number(facts.seconds) / Number(facts.renderSeconds), 6)
    expect(Number(facts.levelDbfs)).toBeLessThan(-5)
  })

  test('a faster speed makes it shorter, and style and intensity are handed on', async () => {
    await say('slt', TEXT)
    const plain = await secondsOf()
    const { wishes } = await say('slt', TEXT, { speed: 1.25, style: 'excited', intensity: 1.5 })
    expect(await secondsOf()).toBeLessThan(plain / 1.1)
    expect(wishes).toMatchObject([{ speech: 'flite', speed: 1.25, style: 'excited', intensity: 1.5 }])
  })

  test('a file of that name is replaced', async () => {
    await writeFile(join(dir, 'out.wav'), 'old')
    await say('slt', TEXT)
    expect(await secondsOf()).toBeGreaterThan(3.5)
  })

  test.each<[string, string, string, VoicesSayOptions, RegExp]>([
    ['no text', 'slt', '', {}, /nothing to say in ""/],
    ['a text without a word', 'slt', '… !', {}, /nothing to say in "… !"/],
    ['a voice with a slip', 'stl', TEXT, {}, /stl.*\nDid you mean slt\?$/s],
    ['half a name', 'heart', TEXT, {}, /heart.*\nDid you mean af_heart\?$/s],
    [
      'a voice that is not installed',
      'am_michael',
      TEXT,
      {},
      /^am_michael is a voice of kokoro, which is not installed; get it with: duologue models pull kokoro$/
    ],
    [
      'a blend of voices that are not installed',
      'af_heart:60+af_bella:40',
      TEXT,
      {},
      /is a voice of kokoro, which is not installed/
    ],
    [
      'a speech that there is not',
      'slt',
      TEXT,
      { speech: 'flight' },
      /there is no speech "flight": use auto, flite/
    ],
    ['a voice that the named speech has not', 'af_heart', TEXT, { speech: 'flite' }, /af_heart/],
    ['a show that there is not', 'slt', TEXT, { show: 'evening' }, /no show "evening"; there is: /]
  ])('%s is wrong usage, told before anything is written', async (_what, voice, text, options, message) => {
    const error = await say(voice, text, options).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(UsageError)
    expect((error as Error).message).toMatch(message)
    expect(await readdir(dir)).toEqual([])
  })

  test.each<[string, (dir: string) => string, RegExp]>([
    ['a folder', dir => dir, /is a folder; name a file in it, such as .*voice\.wav/],
    ['another ending', dir => join(dir, 'out.mp3'), /give it a name that ends in \.wav/],
    [
      'a folder that is not there',
      dir => join(dir, 'new', 'out.wav'),
      /there is no folder .*new; make it first/
    ],
    ['a place where nobody can write', () => '/proc/out.wav', /\/proc\/out\.wav cannot be written: .*--out/]
  ])('%s as --out is wrong usage', async (_what, out, message) => {
    const error = await say('slt', TEXT, { out: out(dir) }).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(UsageError)
    expect((error as Error).message).toMatch(message)
  })

  test('without --out, the file is named after the voice, in the folder where one is', async () => {
    const here = process.cwd()
    await mkdir(join(dir, 'here'))
    process.chdir(join(dir, 'here'))
    try {
      const { printed } = await say('slt', TEXT, { out: undefined })
      expect(printed).toContain('  file    slt.wav\n')
      expect(await readdir('.')).toEqual(['slt.wav'])
    } finally {
      process.chdir(here)
    }
  })
})

describe('voices list', () => {
  const list = async (options: { model?: string; all?: boolean; json?: boolean; speech?: string }) => {
    const { open, released } = fliteDesk()
    const { text } = await captureStdout(() => voicesList({ config: DEMO_CONFIG, ...options }, open))
    expect(released()).toBe(1)
    return text
  }

  test('prints the tables, and what a show would speak with now', async () => {
    const text = await list({})
    expect(text).toContain('flite: installed\n')
    expect(text).toContain('kokoro: not installed; get it with: duologue models pull kokoro\n')
    expect(text.trimEnd().split('\n').at(-1)).toMatch(
      /^The show "\w+" speaks with flite now: \w+ is slt, \w+ is rms\.$/
    )
  })

  test('prints the same as one object', async () => {
    const { voices, speaking } = JSON.parse(await list({ json: true, all: true })) as {
      voices: Record<string, unknown>[]
      speaking: Record<string, unknown>[]
    }
    expect(voices.map(({ id }) => id)).toEqual(expect.arrayContaining(['af_heart', 'awb']))
    expect(voices.find(({ id }) => id === 'rms')).toMatchObject({
      id: 'rms',
      model: 'flite',
      installed: true,
      goesWith: ['slt']
    })
    expect(voices.find(({ id }) => id === 'ff_siwis')).toMatchObject({ language: 'fr-fr', installed: false })
    expect(speaking).toMatchObject([{ speech: 'flite', fault: null }])
  })

  test('a model that is named by its path has its voices listed as there', async () => {
    const { open } = fliteDesk()
    const byPath: OpenVoiceDesk = async settings => {
      const desk = await open(settings)
      const kokoro = { ...createToneSpeech(), family: 'kokoro' as const, voices: ['af_heart', 'mine'] }
      return { ...desk, speech: async () => kokoro, cast: () => new Map([['Sarah', 'af_heart']]) }
    }
    const wish = { config: DEMO_CONFIG, speech: 'kokoro:/models/k.onnx', model: 'kokoro' }
    const { text } = await captureStdout(() => voicesList(wish, byPath))
    expect(text).toContain('kokoro: some are installed; get another with: duologue models pull kokoro\n')
    expect(text).toMatch(/ {2}af_heart {2}.* yes {8}am_michael\n/)
    expect(text).toMatch(/ {2}af_bella {2}.* no\n/)
    expect(text).toMatch(/ {2}mine {2}.* yes\n/)
    expect(text).toContain('speaks with kokoro:/models/k.onnx now: Sarah is af_heart.')
  })

  test('one kind alone, and a kind that there is not', async () => {
    expect(await list({ model: 'kokoro' })).not.toContain('flite: installed')
    await expect(list({ model: 'kokro' })).rejects.toThrow(/no kind of speech "kokro".*did you mean kokoro\?/)
  })
})
