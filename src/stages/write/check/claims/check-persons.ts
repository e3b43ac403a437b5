import type { Evidence } from '../evidence.ts'
import type { TurnFault } from '../fault.ts'
import type { Reading } from '../reading.ts'

const HE_OR_SHE = /\b(?:he|she|him|his|hers?)\b/i
const NAME = String.raw`\p{Lu}\p{Ll}+ (?:\p{Lu}\. )?\p{Lu}[\p{L}'’-]+`
const ROLE =
  '(?:said|says|told|tells|added|argued|wrote|who|aged?|chief|president|minister|mayor|chair|director|leader|head|founder|professor|judge|officer|secretary|author|spokes|coach|captain|player|singer|actor|writer|engineer|doctor|scientist|researcher|driver|pilot|king|queen|prince|princess|pope|senator|governor|man|woman|boy|girl|mother|father|son|daughter|wife|husband)'
const PERSON = new RegExp(
  `${NAME}, (?:the|an?|his|her|is|was|\\d+)\\b|, ${NAME}, |${NAME}[^.]{0,40}\\b${ROLE}|\\b${ROLE}[^.]{0,40}${NAME}`,
  'u'
)
const SOMEBODY = /\b(?:man|woman|boy|girl|mother|father|king|queen|mr|mrs|ms|dr)\b/i

const tellsOfPerson = ({ text }: Evidence): boolean =>
  HE_OR_SHE.test(text) || PERSON.test(text) || SOMEBODY.test(text)

/** "He" or "she" where the cited items tell of nobody; what stands between quotation marks is somebody's own. */
export function checkPersons({ isStory, sentences, cited }: Reading): TurnFault[] {
  if (!isStory || cited.some(tellsOfPerson)) return []
  return sentences.flatMap(({ text }) => {
    const found = HE_OR_SHE.exec(text.replace(/["“][^"”]*["”]/g, ' '))?.[0]
    return found === undefined
      ? []
      : [
          {
            kind: 'name' as const,
            text: found,
            message: `"${found}" stands for nobody: the cited items tell of no person`
          }
        ]
  })
}
