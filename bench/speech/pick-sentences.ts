import { planSentences } from '../../src/stages/render/plan-take.ts'
import { countSyllables, pauseSeconds } from '../../src/stages/render/estimate-seconds.ts'

/** Of a news reader. */
const SYLLABLES_PER_SECOND = 4.5

/** The turns' sentences, as they are said, up to about so many seconds: words alone, which every front end reads alike. */
export function pickSentences(turns: readonly string[], seconds: number): string[] {
  const picked: string[] = []
  let total = 0
  for (const { text, spoken } of turns.flatMap(turn => planSentences(turn))) {
    if (/[^\p{L}\s.,;:?!'’-]|\p{Lu}{2}/u.test(text)) continue
    if (total >= seconds) break
    picked.push(spoken)
    total += countSyllables([{ spoken }]) / SYLLABLES_PER_SECOND + pauseSeconds([{ spoken }])
  }
  return picked
}
