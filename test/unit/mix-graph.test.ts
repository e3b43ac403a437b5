import { describe, expect, test } from 'vitest'
import { buildMixGraph } from '../../src/adapters/ffmpeg/build-mix-graph.ts'
import {
  buildMasterGraph,
  encodeArgs,
  joinArgs,
  measureArgs,
  mixArgs
} from '../../src/adapters/ffmpeg/mix-args.ts'
import type { MixPlan } from '../../src/stages/mix/ports.ts'

const plan: MixPlan = {
  leadInMs: 2000,
  clips: [
    { path: '/t/a.wav', durationMs: 1000, gainDb: -4.6, gapMs: 500 },
    { path: '/t/b.wav', durationMs: 1000.5, gainDb: 1.3, gapMs: 4499.5 }
  ],
  music: [
    { path: '/m/in.wav', durationMs: 2500, atMs: 0, gainDb: 0 },
    { path: '/m/out.wav', durationMs: 3000, atMs: 6000, gainDb: -2 }
  ],
  durationMs: 9000
}

const MONO = 'aresample=44100,aformat=sample_fmts=fltp:channel_layouts=mono'
const STEREO = 'aresample=44100,aformat=sample_fmts=fltp:channel_layouts=stereo'

describe('the graph of a mix', () => {
  test('sets clips on the sample, and sums music to them without amix', () => {
    expect(buildMixGraph(plan).split(';')).toEqual([
      `[0:a]${MONO},volume=-4.6dB,adelay=88200S|88200S,apad=whole_len=154350[clip0]`,
      `[1:a]${MONO},volume=1.3dB,apad=whole_len=242550[clip1]`,
      '[clip0][clip1]concat=n=2:v=0:a=1[speech]',
      '[speech]pan=stereo|c0=c0|c1=c0[voices]',
      `[2:a]${STEREO},volume=0dB,apad=whole_len=264600[cue0]`,
      `[3:a]${STEREO},volume=-2dB,apad[cue1]`,
      '[cue0][cue1]concat=n=2:v=0:a=1[music]',
      '[voices][music]amerge=inputs=2,pan=stereo|c0=c0+c2|c1=c1+c3[mix]',
      '[mix]asplit[out][meter]',
      '[meter]ebur128=framelog=verbose,anullsink'
    ])
  })

  test('has no music layer where there is no music, and no concat for one clip', () => {
    const [first] = plan.clips
    const alone: MixPlan = { leadInMs: 0, clips: first ? [first] : [], music: [], durationMs: 1500 }
    expect(buildMixGraph(alone).split(';')).toEqual([
      `[0:a]${MONO},volume=-4.6dB,apad=whole_len=66150[clip0]`,
      '[clip0]anull[speech]',
      '[speech]pan=stereo|c0=c0|c1=c0[mix]',
      '[mix]asplit[out][meter]',
      '[meter]ebur128=framelog=verbose,anullsink'
    ])
  })

  test('adds up to the samples of the whole, whatever fractions of them the clips have', () => {
    const clips = Array.from({ length: 50 }, () => ({
      path: '/a',
      durationMs: 333.37,
      gainDb: 0,
      gapMs: 300.1
    }))
    const graph = buildMixGraph({ leadInMs: 0, clips, music: [], durationMs: 31_673.5 })
    const lengths = [...graph.matchAll(/whole_len=(\d+)/g)].map(match => Number(match[1]))
    expect(lengths.reduce((sum, length) => sum + length, 0)).toBe(Math.round(31_673.5 * 44.1))
  })
})

const REPEATABLE = ['-map_metadata', '-1', '-fflags', '+bitexact', '-flags:a', '+bitexact']

describe('what ffmpeg is told', () => {
  test('to mix: clips, then music, into a WAV of floats', () => {
    const { inputs, filterGraph, outputOptions, output } = mixArgs(plan, '/out/mix.wav')
    expect(inputs).toEqual(['/t/a.wav', '/t/b.wav', '/m/in.wav', '/m/out.wav'])
    expect(filterGraph).toBe(buildMixGraph(plan))
    expect(outputOptions).toEqual(['-nostdin', '-map', '[out]', '-c:a', 'pcm_f32le', ...REPEATABLE])
    expect(output).toBe('/out/mix.wav')
  })

  test('to join clips: with their gains and gaps, in mono', () => {
    expect(joinArgs(plan.clips, '/out/join.wav').filterGraph?.split(';')).toEqual([
      `[0:a]${MONO},volume=-4.6dB,apad=whole_len=66150[clip0]`,
      `[1:a]${MONO},volume=1.3dB,apad=whole_len=242550[clip1]`,
      '[clip0][clip1]concat=n=2:v=0:a=1[out]'
    ])
  })

  test('to encode: constant gain, a limiter at four times the rate, CBR with a Xing header and no tags', () => {
    expect(
      encodeArgs('/out/mix.wav', { gainDb: 3.456, limitDbfs: -2, limiter: 'gentle' }, '/out/e.mp3')
    ).toEqual({
      inputs: ['/out/mix.wav'],
      filterGraph:
        '[0:a]volume=3.46dB,aresample=176400,alimiter=limit=0.794328:attack=5:release=50:level=false,aresample=44100[out]',
      outputOptions: [
        ...['-nostdin', '-map', '[out]', '-c:a', 'libmp3lame', '-b:a', '128k', '-ar', '44100', '-ac', '2'],
        ...['-write_xing', '1', '-id3v2_version', '0', '-write_id3v1', '0', ...REPEATABLE]
      ],
      output: '/out/e.mp3'
    })
  })

  test('to limit voices whose peaks stand far out: fast', () => {
    expect(buildMasterGraph({ gainDb: 9, limitDbfs: -2.5, limiter: 'firm' })).toBe(
      '[0:a]volume=9.00dB,aresample=176400,alimiter=limit=0.749894:attack=0.5:release=5:level=false,aresample=44100[out]'
    )
  })

  test('to measure: loudness, true peak and silences of the file, into nothing', () => {
    expect(measureArgs('/out/e.mp3')).toEqual({
      inputs: ['/out/e.mp3'],
      filterGraph: '[0:a]silencedetect=noise=-50dB:duration=1,ebur128=peak=true:framelog=verbose[out]',
      outputOptions: ['-nostdin', '-map', '[out]', '-f', 'null'],
      output: '-'
    })
  })
})
