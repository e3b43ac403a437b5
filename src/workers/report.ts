import type { EpisodeRef } from '../domain/episode.ts'
import type { Library } from '../domain/library.ts'
import { reportSchema, type Report, type StageReport } from '../domain/report.ts'
import type { Funnel } from '../domain/rundown.ts'
import type { StageName } from '../domain/stages.ts'

const readReport = async (library: Library, ref: EpisodeRef): Promise<Report> =>
  (await library.readJson(ref, 'report.json', reportSchema)) ?? { stages: {} }

/** Notes when a run came to a stage, once, however often its job is started again; returns that time. */
export async function beginStage(
  library: Library,
  ref: EpisodeRef,
  stage: StageName,
  run: string
): Promise<string> {
  const report = await readReport(library, ref)
  const known = report.stages[stage]
  if (known?.run === run) return known.startedAt
  const startedAt = new Date().toISOString()
  report.stages[stage] = { ...known, run, startedAt, seconds: 0, retries: 0, skipped: false }
  await library.writeJson(ref, 'report.json', report)
  return startedAt
}

/** Completes a stage's entry; a skipped stage keeps the figures of the run that did the work. Returns its seconds. */
export async function endStage(
  library: Library,
  ref: EpisodeRef,
  stage: StageName,
  entry: Omit<StageReport, 'seconds'> & { startedAt: string; run: string; retries: number; skipped: boolean }
): Promise<number> {
  const seconds = Math.max(0, Date.now() - Date.parse(entry.startedAt)) / 1000
  const report = await readReport(library, ref)
  const known = entry.skipped ? report.stages[stage] : undefined
  report.stages[stage] = { ...known, ...entry, seconds }
  await library.writeJson(ref, 'report.json', report)
  return seconds
}

export async function reportFunnel(library: Library, ref: EpisodeRef, funnel: Funnel): Promise<void> {
  const report = await readReport(library, ref)
  await library.writeJson(ref, 'report.json', { ...report, funnel })
}
