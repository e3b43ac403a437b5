import type { Take } from '../../domain/take.ts'

const SPEECH_LEVEL_DBFS = -20
const MOST_DB = 12

const round2 = (value: number): number => Math.round(value * 100) / 100

/** Mean power of the speech of these takes, weighted by their length, in dBFS. */
function meanLevelDbfs(takes: Take[]): number {
  const energy = takes.reduce((sum, take) => sum + take.durationMs * 10 ** (take.speechLevelDbfs / 10), 0)
  const durationMs = takes.reduce((sum, take) => sum + take.durationMs, 0)
  return 10 * Math.log10(energy / durationMs)
}

/** One constant gain in dB per voice, at most 12 either way, that brings its speech to -20 dBFS: both hosts sound equally loud, and no voice pumps. */
export function planGainsDb(takes: Take[]): Map<string, number> {
  const voices = [...new Set(takes.map(take => take.voice))]
  return new Map(
    voices.map(voice => {
      const gainDb = SPEECH_LEVEL_DBFS - meanLevelDbfs(takes.filter(take => take.voice === voice))
      return [voice, round2(Math.max(-MOST_DB, Math.min(MOST_DB, gainDb)))]
    })
  )
}
