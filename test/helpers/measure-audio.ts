import { execFile } from 'node:child_process'
import { chmodSync } from 'node:fs'
import { createRequire } from 'node:module'
import { promisify } from 'node:util'

const { path: ffmpeg } = createRequire(import.meta.url)('@ffmpeg-installer/ffmpeg') as { path: string }
chmodSync(ffmpeg, 0o755)

const run = promisify(execFile)

export interface AudioFacts {
  durationSeconds: number
  loudnessLufs: number
  truePeakDbtp: number
  longestSilenceSeconds: number
  chapters: number
  streams: string[]
}

/** Measures a file with ffmpeg's own filters, apart from how the project measures. */
export async function measureAudio(path: string): Promise<AudioFacts> {
  const filters = 'ebur128=peak=true:framelog=verbose,silencedetect=noise=-50dB:d=0.3'
  const { stderr } = await run(
    ffmpeg,
    ['-hide_banner', '-nostats', '-i', path, '-map', '0:a', '-af', filters, '-f', 'null', '-'],
    { maxBuffer: 1 << 26 }
  )
  const last = (pattern: RegExp) => Number([...stderr.matchAll(pattern)].at(-1)?.[1] ?? NaN)
  const [, hours = 0, minutes = 0, seconds = 0] = (/Duration: (\d+):(\d+):([\d.]+)/.exec(stderr) ?? []).map(
    Number
  )
  const silences = [...stderr.matchAll(/silence_duration: ([\d.]+)/g)].map(match => Number(match[1]))
  return {
    durationSeconds: hours * 3600 + minutes * 60 + seconds,
    loudnessLufs: last(/\n\s+I:\s+(-?[\d.]+) LUFS/g),
    truePeakDbtp: last(/\n\s+Peak:\s+(-?[\d.]+) dBFS/g),
    longestSilenceSeconds: Math.max(0, ...silences),
    chapters: [...(stderr.split('Output #0')[0] ?? '').matchAll(/Chapter #/g)].length,
    streams: [
      ...(stderr.split('Output #0')[0] ?? '').matchAll(/Stream #0:\d+.*?: (Audio|Video): (\w+)/g)
    ].map(match => `${match[1]} ${match[2]}`)
  }
}

/** Loudness of one stretch, LUFS: -70 where it is silent. */
export async function loudnessBetween(path: string, fromSeconds: number, toSeconds: number): Promise<number> {
  const { stderr } = await run(ffmpeg, [
    '-hide_banner',
    '-nostats',
    '-ss',
    String(fromSeconds),
    '-t',
    String(toSeconds - fromSeconds),
    '-i',
    path,
    '-map',
    '0:a',
    '-af',
    'volumedetect',
    '-f',
    'null',
    '-'
  ])
  return Number(/mean_volume: (-?[\d.]+) dB/.exec(stderr)?.[1] ?? -91)
}
