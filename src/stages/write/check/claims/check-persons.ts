import type { Item } from '../../../../domain/feed.ts'
import { isPersonIn, namesOf } from '../../builtin/language/names.ts'
import type { Evidence } from '../evidence.ts'
import type { TurnFault } from '../fault.ts'
import type { Reading } from '../reading.ts'

const HE_OR_SHE = /\b(?:he|she|him|his|hers?)\b/i
const SOMEBODY =
  /\b(?:man|woman|boy|girl|mother|father|son|daughter|husband|wife|king|queen|mr|mrs|ms|dr|mayor|president|minister|chief|chair|director|leader|professor|author|judge|captain|coach)\b/i

/** Do the items tell of somebody: by a pronoun, a role, or what could be a person's full name? */
function tellOfPerson(items: readonly Item[], cited: readonly Evidence[]): boolean {
  if (cited.some(({ text }) => HE_OR_SHE.test(text) || SOMEBODY.test(text))) return true
  const names = namesOf(items)
  return [...names.full.keys()].some(word => isPersonIn(names, word))
}

/** "He" or "she" where the cited items tell of nobody; what stands between quotation marks is somebody's own. */
export function checkPersons({ isStory, sentences, items, cited }: Reading): TurnFault[] {
  if (!isStory || !sentences.some(({ text }) => HE_OR_SHE.test(text)) || tellOfPerson(items, cited)) return []
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
