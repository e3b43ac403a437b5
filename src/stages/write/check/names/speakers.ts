import type { Statement } from '../read-statement.ts'
import type { NameRun } from './name-run.ts'
import { namesIn } from './names-in.ts'

const SPEECH =
  /^(?:said|says|told|tells|added|adds|warned|warns|explained|explains|argued|argues|announced|announces|insisted|insists|noted|notes|stated|called|calls|described|describes|confirmed|confirms|claimed|claims|wrote|writes|promised|promises|denied|denies|urged|urges|stresses|stressed|believes|thinks|expects|predicts|predicted|reckons|ruled|rules)$/

/** Who is said to speak: "Lee said", "said Lee", "according to Lee". */
export function speakersIn(statement: Statement): NameRun[] {
  const { tokens } = statement
  return namesIn(statement).filter(({ from, to }) => {
    const [before, before2, after] = [
      tokens[from - 1]?.lower ?? '',
      tokens[from - 2]?.lower ?? '',
      tokens[to]?.lower ?? ''
    ]
    return (
      SPEECH.test(after) ||
      (SPEECH.test(before) && !/^(?:who|that)$/.test(before2)) ||
      (before === 'to' && before2 === 'according')
    )
  })
}
