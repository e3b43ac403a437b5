import { cleanText, oneLine } from '../../../../domain/text.ts'
import { findUnspeakable } from '../../unspeakable.ts'

const MOST_WORDS = 6

/** "the Northgate Wire" in mid-sentence, but "The Local", which would be lost without its capital. */
const withArticle = (name: string): string => name.replace(/^The (?=\p{L}[^ ]* )/u, 'the ')

/** A publisher's name as it is said in mid-sentence, or null where it cannot be said. */
export function spokenOutlet(outlet: string): string | null {
  const [name = ''] = oneLine(cleanText(outlet)).split(/ [|–—-] | ?[|:] ?|, /)
  const said = withArticle(name.replace(/[.!?]+$/, ''))
  const isSayable =
    /^(?:[Tt]he )?[\p{Lu}\d][\p{L}\d .&'’+-]*$/u.test(said) &&
    said.split(' ').length <= MOST_WORDS &&
    findUnspeakable(said) === null
  return isSayable ? said : null
}
