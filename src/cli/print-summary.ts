import { z } from 'zod'
import type { Report } from '../domain/report.ts'
import type { Funnel } from '../domain/rundown.ts'
import type { EpisodeSummary } from './episode-summary.ts'

const clock = (seconds: number) => {
  const whole = Math.round(seconds)
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}

const counted = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`

/** What a person wants to know at the end. */
export function printSummary(summary: EpisodeSummary, report: Report | null): string {
  const funnel = report?.funnel
  const work = Object.values(summary.timings).reduce((sum, seconds) => sum + seconds, 0)
  const lines = [
    '',
    summary.made
      ? `  ${summary.title}`
      : `  ${summary.title}\n  This episode exists already; nothing was made.`,
    '',
    `  length    ${clock(summary.durationSeconds)}, ${counted(summary.stories, 'story', 'stories')}, ${counted(summary.turns, 'turn', 'turns')}`,
    `  sound     ${summary.loudnessLufs.toFixed(1)} LUFS, true peak ${summary.truePeakDbtp.toFixed(1)} dBTP`,
    `  made by   writer ${summary.writer}, speech ${summary.speech}, ${work.toFixed(1)} s of work`,
    ...printWriting(report?.stages.write?.account),
    ...(report?.stages.render?.length?.reason === undefined
      ? []
      : [`  off       ${report.stages.render.length.reason}`]),
    ...printBetter(summary, funnel?.feedsAsked !== 0),
    ...(funnel === undefined || funnel.feedsAsked === 0 ? [] : printFunnel(funnel)),
    '',
    `  hear it   ${summary.audio}`,
    `  read it   ${summary.dir}/transcript.vtt`,
    `  the feed  ${summary.feed}`,
    ''
  ]
  return lines.join('\n')
}

/** What one command would make better; nobody writes what is read from a text. */
function printBetter({ speech, writer }: EpisodeSummary, isWritten: boolean): string[] {
  const better = [
    ...(speech.startsWith('flite') ? ['models pull kokoro, for neural voices'] : []),
    ...(isWritten && writer === 'builtin'
      ? ['models pull granite, and --writer granite, for a script by a language model']
      : [])
  ]
  return better.map((command, at) => `  ${at === 0 ? 'better   ' : '         '} npx duologue ${command}`)
}

const accountSchema = z.object({
  turns: z.object({ proposed: z.number(), passed: z.number(), repaired: z.number(), replaced: z.number() }),
  models: z.record(z.string(), z.object({ gaveWay: z.string().nullable(), dollars: z.number() }))
})

/** What became of what the models wrote; nothing where none was asked. */
function printWriting(account: unknown): string[] {
  const read = accountSchema.safeParse(account)
  if (!read.success) return []
  const { proposed, passed, repaired, replaced } = read.data.turns
  const models = Object.entries(read.data.models)
  const dollars = models.reduce((sum, [, model]) => sum + model.dollars, 0)
  return [
    `  checked   ${counted(proposed, 'turn', 'turns')} proposed: ${passed} passed, ${repaired} corrected, ${replaced} replaced${dollars > 0 ? `; $${dollars.toFixed(4)}` : ''}`,
    ...models.flatMap(([name, { gaveWay }]) => (gaveWay === null ? [] : [`  gave way  ${name}: ${gaveWay}`]))
  ]
}

const some = (number: number | undefined, what: string): string =>
  number === undefined ? '' : `${number} ${what}`

const row = (name: string, parts: string[]): string =>
  `  ${name.padEnd(9)} ${parts.filter(part => part !== '').join(', ')}`

/** What became of everything that the feeds offered. */
export function printFunnel(funnel: Funnel): string[] {
  return [
    row('feeds', [
      `${funnel.feedsAsked} asked`,
      `${funnel.feedsAnswered} answered`,
      some(funnel.feedsUnchanged, 'unchanged')
    ]),
    row('items', [
      `${funnel.itemsSeen} seen`,
      some(funnel.itemsNew, 'new'),
      some(funnel.itemsClustered, 'compared'),
      some(funnel.itemsFullText, 'whole articles')
    ]),
    ...(funnel.pages === undefined
      ? []
      : [row('pages', [`${funnel.pages.asked} read`, `${funnel.pages.taken} taken`])]),
    row('stories', [
      `${funnel.stories} found`,
      some(funnel.storiesScored, 'scored'),
      `${funnel.storiesChosen} chosen; report.json says why the others were left out`
    ]),
    ...funnel.feedsFailed.map(
      ({ url, reason }) => `  missing   ${reason.includes(url) ? reason : `${url}: ${reason}`}`
    )
  ]
}
