import type { MixPlan } from '../../stages/mix/ports.ts'
import { buildMixGraph, buildSpeech } from './build-mix-graph.ts'
import type { Mastering } from './plan-mastering.ts'
import type { FfmpegJob } from './run-ffmpeg.ts'

/** Floating point: levelled clips may pass full scale before the master brings them down. */
const WAV = ['-c:a', 'pcm_f32le'] as const

/** No names of tools or times of day in the file: the same takes give the same bytes. */
const REPEATABLE = ['-map_metadata', '-1', '-fflags', '+bitexact', '-flags:a', '+bitexact'] as const

/** Mixes a plan to a stereo WAV and prints its loudness. */
export const mixArgs = (plan: MixPlan, outputPath: string): FfmpegJob => ({
  inputs: [...plan.clips, ...plan.music].map(({ path }) => path),
  filterGraph: buildMixGraph(plan),
  outputOptions: ['-nostdin', '-map', '[out]', ...WAV, ...REPEATABLE],
  output: outputPath
})

/** Joins clips with their gains and gaps to one mono WAV. */
export const joinArgs = (clips: MixPlan['clips'], outputPath: string): FfmpegJob => ({
  inputs: clips.map(({ path }) => path),
  filterGraph: buildSpeech(clips, 0, '[out]').join(';'),
  outputOptions: ['-nostdin', '-map', '[out]', ...WAV, ...REPEATABLE],
  output: outputPath
})

const amplitude = (db: number): string => (10 ** (db / 20)).toFixed(6)

const LIMITERS: Record<Mastering['limiter'], string> = {
  gentle: 'attack=5:release=50',
  firm: 'attack=0.5:release=5'
}

/** One constant gain and a limiter at four times the sample rate, where it sees true peaks. */
export function buildMasterGraph({ gainDb, limitDbfs, limiter }: Mastering): string {
  const limit = `alimiter=limit=${amplitude(limitDbfs)}:${LIMITERS[limiter]}:level=false`
  return `[0:a]volume=${gainDb.toFixed(2)}dB,aresample=176400,${limit},aresample=44100[out]`
}

/** Encodes a mix to MP3, 128 kbit/s stereo. The Xing header tells players the length; tags are written later. */
export const encodeArgs = (mixPath: string, mastering: Mastering, outputPath: string): FfmpegJob => ({
  inputs: [mixPath],
  filterGraph: buildMasterGraph(mastering),
  outputOptions: [
    ...['-nostdin', '-map', '[out]', '-c:a', 'libmp3lame', '-b:a', '128k', '-ar', '44100', '-ac', '2'],
    ...['-write_xing', '1', '-id3v2_version', '0', '-write_id3v1', '0', ...REPEATABLE]
  ] as FfmpegJob['outputOptions'],
  output: outputPath
})

/** Decodes a file and prints its loudness, its true peak, its silences and its length. `framelog=quiet` is not known to ffmpeg 5. */
export const measureArgs = (path: string): FfmpegJob => ({
  inputs: [path],
  filterGraph: '[0:a]silencedetect=noise=-50dB:duration=1,ebur128=peak=true:framelog=verbose[out]',
  outputOptions: ['-nostdin', '-map', '[out]', '-f', 'null'],
  output: '-'
})
