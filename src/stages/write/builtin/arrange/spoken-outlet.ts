import { cleanText, oneLine } from '../../../../domain/text.ts'
import { findUnspeakable } from '../../unspeakable.ts'

const MOST_WORDS = 6

/** A publisher's name as it is said in mid-sentence ("the Northgate Wire"), or null where it cannot be said. */
export function spokenOutlet(outlet: string): string | null {
  const [name = ''] = oneLine(cleanText(outlet)).split(/ [|–—-] | ?[|:] ?|, /)
  const said = name.replace(/[.!?]+$/, '').replace(/^The (?=\p{L})/u, 'the ')
  const isSayable =
    /^(?:the )?[\p{Lu}\d][\p{L}\d .&'’+-]*$/u.test(said) &&
    said.split(' ').length <= MOST_WORDS &&
    findUnspeakable(said) === null
  return isSayable ? said : null
}
