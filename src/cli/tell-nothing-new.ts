import { join } from 'node:path'
import type { EpisodeRef } from '../domain/episode.ts'
import type { Library } from '../domain/library.ts'
import { reportSchema } from '../domain/report.ts'
import type { Funnel } from '../domain/rundown.ts'
import { EXIT, type ExitCode } from './exit.ts'
import { log, printJson } from './log.ts'
import { printFunnel } from './print-summary.ts'

/** Says that there was nothing to make, and why. `what`: that was not made. */
export async function tellNothingNew(
  library: Library,
  ref: EpisodeRef,
  { what, json = false }: { what: 'episode' | 'script'; json?: boolean | undefined }
): Promise<ExitCode> {
  const report = await library.readJson(ref, 'report.json', reportSchema).catch(() => null)
  const why = report?.stages.write?.['nothing']
  const lines = [
    `${ref.show} ${ref.episode}: nothing new to tell; no ${what} was made`,
    ...(typeof why === 'string' ? [why] : []),
    ...(report?.funnel === undefined
      ? []
      : [
          '',
          ...printFunnel(report.funnel),
          ...untold(report.funnel),
          `  report    ${join(library.episodeDir(ref), 'report.json')}`,
          ''
        ])
  ]
  log(lines.join('\n'))
  if (json) printJson({ ...ref, made: false, nothingNew: true })
  return EXIT.nothingNew
}

/** What the latest episode left out, when nothing has changed since. */
function untold({ storiesScored = 0, storiesChosen }: Funnel): string[] {
  if (storiesScored === 0 || storiesChosen > 0) return []
  const stories = storiesScored === 1 ? '1 story' : `${storiesScored} stories`
  return [
    `  untold    ${stories} that the last one left out: brief --another --minutes N makes an episode of them`
  ]
}
