import { FfmpegError } from './run-ffmpeg.ts'

const toDecibels = (text: string): number => (/^(-?inf|nan)$/.test(text) ? -Infinity : Number(text))

/** The summary that ffmpeg's ebur128 filter prints at the end of its log. */
function parseSummary(log: string, figure: RegExp): number {
  const at = log.lastIndexOf('Summary:')
  const value = at < 0 ? undefined : figure.exec(log.slice(at))?.[1]
  if (value === undefined)
    throw new FfmpegError('ffmpeg printed no loudness summary: its ebur128 filter is needed', log)
  return toDecibels(value)
}

/** Integrated loudness; -70 or -Infinity where nothing is heard. Throws where the log has none. */
export const parseLoudnessLufs = (log: string): number =>
  parseSummary(log, /\bI:\s*(-?[\d.]+|-?inf|nan) LUFS/)

/** True peak; -Infinity for digital silence. Throws where the log has none. */
export const parseTruePeakDbtp = (log: string): number => parseSummary(log, /\bPeak:\s*(-?[\d.]+|-?inf) dBFS/)

const SILENCE = /silence_duration:\s*([\d.]+)/g

/** The longest stretch that ffmpeg's silencedetect filter found, in ms; 0 where it found none. */
export const parseLongestSilenceMs = (log: string): number =>
  Math.round(Math.max(0, ...[...log.matchAll(SILENCE)].map(match => Number(match[1]) * 1000)))
