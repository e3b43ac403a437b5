import { spokenDaySince } from '../../memory/spoken-day-since.ts'
import type { TurnFault } from '../fault.ts'
import type { Reading } from '../reading.ts'
import { foldText } from '../text/plain.ts'
import { memoryClaimIn, type MemoryClaim } from './memory-claims.ts'
import { fitsToldDay } from './told-days.ts'

function wrongSide({ day, isLast }: MemoryClaim, { told, context }: Reading): string | null {
  const [latest] = told
  if (latest === undefined) return 'no earlier episode told this story; tell it as new'
  const when = spokenDaySince(latest.date, context.date)
  if (isLast && latest.episode !== context.earlierTold?.[0]?.episode)
    return `the last episode did not tell this story; the show told it ${when}`
  const isRight = day === null || told.some(each => fitsToldDay(day, each, context.date))
  return isRight ? null : `the show told this story ${when}, not ${day}`
}

/** "Yesterday we told you" where no earlier episode did, or on another day. */
export function checkMemory(reading: Reading): TurnFault[] {
  if (reading.context.show.feeds.length === 0) return []
  return reading.sentences.flatMap(({ text }) => {
    const claim = memoryClaimIn(foldText(text))
    const why = claim === null ? null : wrongSide(claim, reading)
    return claim === null || why === null
      ? []
      : [{ kind: 'memory', text: claim.text, message: `"${claim.text}" is not true: ${why}` }]
  })
}
