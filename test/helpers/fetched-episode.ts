import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { z } from 'zod'
import { pageDecisionSchema } from '../../src/domain/page-decision.ts'
import type { PageDecision } from '../../src/domain/page-decision.ts'
import { reportSchema } from '../../src/domain/report.ts'
import { rundownSchema } from '../../src/domain/rundown.ts'
import { scriptSchema } from '../../src/domain/script.ts'

const read = async <T>(schema: z.ZodType<T>, ...path: string[]): Promise<T> =>
  schema.parse(JSON.parse(await readFile(join(...path), 'utf8')))

/** The pages that were read for an episode, by their paths. */
async function pagesOf(dir: string): Promise<Record<string, PageDecision>> {
  const names = await readdir(join(dir, 'pages')).catch(() => [])
  const pages = await Promise.all(names.map(name => read(pageDecisionSchema, dir, 'pages', name)))
  return Object.fromEntries(pages.map(page => [new URL(page.url).pathname, page]))
}

/** What was made of feeds and pages, as the episode's folder has it. */
export async function fetchedEpisode(dir: string) {
  const { funnel } = await read(reportSchema, dir, 'report.json')
  const script = await read(scriptSchema, dir, 'script.json')
  return {
    funnel,
    script,
    rundown: await read(rundownSchema, dir, 'rundown.json'),
    spoken: script.turns.map(({ text }) => text).join('\n'),
    pages: await pagesOf(dir)
  }
}
