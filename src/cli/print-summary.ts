import type { Funnel } from '../domain/rundown.ts'
import type { EpisodeSummary } from './episode-summary.ts'

const clock = (seconds: number) => {
  const whole = Math.round(seconds)
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}

const counted = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`

/** What a person wants to know at the end. */
export function printSummary(summary: EpisodeSummary, funnel: Funnel | undefined): string {
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
    ...(summary.speech.startsWith('flite')
      ? ['  better    npx duologue models pull kokoro, for neural voices']
      : []),
    ...(funnel === undefined || funnel.feedsAsked === 0 ? [] : printFunnel(funnel)),
    '',
    `  hear it   ${summary.audio}`,
    `  read it   ${summary.dir}/transcript.vtt`,
    `  the feed  ${summary.feed}`,
    ''
  ]
  return lines.join('\n')
}

function printFunnel(funnel: Funnel): string[] {
  return [
    `  from      ${funnel.feedsAnswered} of ${funnel.feedsAsked} feeds, ${funnel.itemsSeen} items, ${counted(funnel.stories, 'story', 'stories')}; report.json says why the others were left out`,
    ...funnel.feedsFailed.map(
      ({ url, reason }) => `  missing   ${reason.includes(url) ? reason : `${url}: ${reason}`}`
    )
  ]
}
