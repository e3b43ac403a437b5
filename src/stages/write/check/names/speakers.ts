import type { Statement } from '../read-statement.ts'
import type { Token } from '../text/token.ts'
import type { NameRun } from './name-run.ts'
import { afterApposition } from './apposition.ts'
import { namesIn } from './names-in.ts'

const SPEECH =
  /^(?:said|says|told|tells|added|adds|warned|warns|explained|explains|argued|argues|announced|announces|insisted|insists|noted|notes|stated|called|calls|described|describes|confirmed|confirms|claimed|claims|wrote|writes|promised|promises|denied|denies|urged|urges|stresses|stressed|believes|thinks|expects|predicts|predicted|reckons|ruled|rules)$/

const TITLE_WORDS = 6

/** "said its lawyer, Ines Okoye": the verb of speech stands before the title. */
function isInverted(tokens: readonly Token[], from: number): boolean {
  const before = tokens.slice(Math.max(0, from - TITLE_WORDS), from).map(({ lower }) => lower)
  const at = before.findLastIndex(word => SPEECH.test(word))
  const [title = '', ...rest] = before.slice(at + 1)
  return at >= 0 && /^(?:its|the|their|his|her|a|an)$/.test(title) && rest.at(-1) === ',' && rest.length > 1
}

/** Who is said to speak: "Lee said", "said Lee", "according to Lee", "Lee, the mayor, said", "the mayor, Lee, said". */
export function speakersIn(statement: Statement): NameRun[] {
  const { tokens } = statement
  const lowerAt = (at: number): string => tokens[at]?.lower ?? ''
  return namesIn(statement).filter(({ from, to }) => {
    const behind = lowerAt(afterApposition(tokens, to) ?? -1)
    const isInside = lowerAt(from - 1) === ',' && lowerAt(to) === ',' && SPEECH.test(lowerAt(to + 1))
    return (
      SPEECH.test(lowerAt(to)) ||
      SPEECH.test(behind) ||
      isInside ||
      isInverted(tokens, from) ||
      (SPEECH.test(lowerAt(from - 1)) && !/^(?:who|that)$/.test(lowerAt(from - 2))) ||
      (lowerAt(from - 1) === 'to' && lowerAt(from - 2) === 'according')
    )
  })
}
