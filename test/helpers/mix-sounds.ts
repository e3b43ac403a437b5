import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const execute = promisify(execFile)

/** Numbers in -1 … 1, the same for the same seed. */
function createNoise(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return (state / 2 ** 32) * 2 - 1
  }
}

export interface SpeechLike {
  seconds: number
  seed: number
  pitchHz: number
  /** How fast each pulse of the voice dies away: small is peaky. */
  ringMs: number
  peak: number
}

const SAMPLE_RATE_HZ = 16_000
const FORMANTS_HZ = [550, 1500, 2500]

/** Sound that measures like speech: pulses that ring in three formants, syllables at 4 Hz, a breath now and then. */
export function makeSpeechLike({ seconds, seed, pitchHz, ringMs, peak }: SpeechLike): Float32Array {
  const noise = createNoise(seed)
  const samples = new Float32Array(Math.round(seconds * SAMPLE_RATE_HZ))
  let sincePulse = 0
  for (let i = 0; i < samples.length; i++) {
    const time = i / SAMPLE_RATE_HZ
    if (++sincePulse > SAMPLE_RATE_HZ / (pitchHz * (1 + 0.2 * Math.sin(time * 1.7 + seed)))) sincePulse = 0
    const ms = (sincePulse * 1000) / SAMPLE_RATE_HZ
    const voiced = FORMANTS_HZ.reduce((sum, hz) => sum + Math.sin((2 * Math.PI * hz * ms) / 1000), 0) / 3
    const syllable = Math.max(0, Math.sin(2 * Math.PI * 4 * time)) ** 0.6
    const breath = Math.sin(2 * Math.PI * 0.31 * time) > -0.85 ? 1 : 0
    samples[i] = syllable * breath * (voiced * Math.exp(-ms / ringMs) + 0.04 * noise())
  }
  const highest = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0)
  return samples.map(sample => (sample * peak) / highest)
}

export const SPEECH_LIKE_RATE_HZ = SAMPLE_RATE_HZ

/** Mean power of frames of 20 ms that are not pauses, dBFS. */
export function levelOfSpeech(samples: Float32Array): number {
  const powers: number[] = []
  for (let at = 0; at + 320 <= samples.length; at += 320)
    powers.push(samples.subarray(at, at + 320).reduce((sum, sample) => sum + sample ** 2, 0) / 320)
  const loud = powers.filter(power => power > 1e-4)
  return 10 * Math.log10(loud.reduce((sum, power) => sum + power, 0) / loud.length)
}

async function logOf(ffmpegPath: string, args: string[]): Promise<string> {
  const { stderr } = await execute(ffmpegPath, ['-hide_banner', '-nostats', '-nostdin', ...args], {
    maxBuffer: 20_000_000
  })
  return stderr
}

const figure = (log: string, pattern: RegExp): number => Number(pattern.exec(log)?.[1] ?? Number.NaN)

/** What an ffmpeg measures on a file: integrated loudness, true peak, its silences in seconds. */
export async function measureFile(ffmpegPath: string, path: string) {
  const filter = 'silencedetect=noise=-45dB:d=0.5,ebur128=peak=true:framelog=verbose'
  const log = await logOf(ffmpegPath, ['-i', path, '-map', '0:a', '-af', filter, '-f', 'null', '-'])
  const summary = log.slice(log.lastIndexOf('Summary:'))
  return {
    loudnessLufs: figure(summary, /I:\s*(-?[\d.]+) LUFS/),
    truePeakDbtp: figure(summary, /Peak:\s*(-?[\d.]+) dBFS/),
    silencesSeconds: [...log.matchAll(/silence_duration: ([\d.]+)/g)].map(match => Number(match[1]))
  }
}

/** What ffmpeg shows of a file before it does anything: length, streams, tags, chapters. */
export const describeFile = (ffmpegPath: string, path: string): Promise<string> =>
  logOf(ffmpegPath, ['-i', path, '-map', '0:a', '-t', '0.1', '-f', 'null', '-'])

/** A file's sound as mono samples. */
export async function decodeFile(
  ffmpegPath: string,
  path: string,
  sampleRateHz: number
): Promise<Float32Array> {
  const args = ['-v', 'error', '-nostdin', '-i', path, '-map', '0:a', '-ac', '1', '-ar', `${sampleRateHz}`]
  const { stdout } = await execute(ffmpegPath, [...args, '-f', 'f32le', '-'], {
    encoding: 'buffer',
    maxBuffer: 200_000_000
  })
  return new Float32Array(stdout.buffer.slice(stdout.byteOffset, stdout.byteOffset + stdout.byteLength))
}
