import type { Clip, Cue, MixPlan } from '../../stages/mix/ports.ts'

export const SAMPLE_RATE_HZ = 44_100

const samplesAt = (ms: number): number => Math.round((ms * SAMPLE_RATE_HZ) / 1000)

const delay = (samples: number): string => (samples > 0 ? `,adelay=${samples}S|${samples}S` : '')

const concat = (labels: string[], into: string): string =>
  labels.length === 1
    ? `${labels[0]}anull${into}`
    : `${labels.join('')}concat=n=${labels.length}:v=0:a=1${into}`

/**
 * Clips in a row, as mono. Every clip is padded to the sample on which the next one starts: the clock never drifts.
 * `whole_len` and `adelay` in samples work in ffmpeg of 2018 and of today.
 */
export function buildSpeech(clips: Clip[], leadInMs: number, into: string): string[] {
  let startMs = leadInMs
  const chains = clips.map((clip, i) => {
    const leadIn = i === 0 ? samplesAt(leadInMs) : 0
    const from = samplesAt(startMs)
    startMs += clip.durationMs + clip.gapMs
    const format = `aresample=${SAMPLE_RATE_HZ},aformat=sample_fmts=fltp:channel_layouts=mono`
    const length = `apad=whole_len=${samplesAt(startMs) - from + leadIn}`
    return `[${i}:a]${format},volume=${clip.gainDb}dB${delay(leadIn)},${length}[clip${i}]`
  })
  return [
    ...chains,
    concat(
      clips.map((_, i) => `[clip${i}]`),
      into
    )
  ]
}

/** Cues in a row, as stereo, each padded until the next one starts; the last one without end, so that speech decides the length. */
function buildMusic(cues: Cue[], firstInput: number, into: string): string[] {
  const chains = cues.map((cue, i) => {
    const format = `aresample=${SAMPLE_RATE_HZ},aformat=sample_fmts=fltp:channel_layouts=stereo`
    const leadIn = i === 0 ? samplesAt(cue.atMs) : 0
    const next = cues[i + 1]
    const length = next ? `=whole_len=${samplesAt(next.atMs) - samplesAt(cue.atMs) + leadIn}` : ''
    return `[${firstInput + i}:a]${format},volume=${cue.gainDb}dB${delay(leadIn)},apad${length}[cue${i}]`
  })
  return [
    ...chains,
    concat(
      cues.map((_, i) => `[cue${i}]`),
      into
    )
  ]
}

/** Sums both layers with amerge and pan: amix rescales its inputs as they end, and old ones cannot be told not to. */
const SUM = '[voices][music]amerge=inputs=2,pan=stereo|c0=c0+c2|c1=c1+c3[mix]'

/**
 * The whole episode as one filter graph: inputs are the plan's clips, then its cues. The mix leaves at [out] in stereo,
 * and its loudness is printed.
 */
export function buildMixGraph(plan: MixPlan): string {
  const voices = plan.music.length > 0 ? '[voices]' : '[mix]'
  return [
    ...buildSpeech(plan.clips, plan.leadInMs, '[speech]'),
    `[speech]pan=stereo|c0=c0|c1=c0${voices}`,
    ...(plan.music.length > 0 ? [...buildMusic(plan.music, plan.clips.length, '[music]'), SUM] : []),
    '[mix]asplit[out][meter]',
    '[meter]ebur128=framelog=verbose,anullsink'
  ].join(';')
}
