import { fromBritish } from './british-spellings.ts'
import { withEasyOnsets } from './hard-onsets.ts'
import { withRightSounds } from './homographs.ts'

const STAND_INS: readonly (readonly [RegExp, string])[] = [
  [/[\u2018\u2019\u02bc]/g, "'"],
  [/[\u201c\u201d]/g, '"'],
  [/[\u2013\u2014\u2015]/g, ', '],
  [/\u2026/g, '. '],
  [/[\u00df]/g, 'ss'],
  [/[\u00e6\u0153]/g, 'e'],
  [/[\u00c6\u0152]/g, 'E'],
  [/[\u00f8]/g, 'o'],
  [/[\u00d8]/g, 'O'],
  [/[\u0142]/g, 'l'],
  [/[\u0141]/g, 'L'],
  [/[\u0111\u00f0]/g, 'd'],
  [/[\u0110\u00d0]/g, 'D'],
  [/[\u00fe]/g, 'th'],
  [/[\u00de]/g, 'Th'],
  [/\u0131/g, 'i']
]

const respelled = (text: string): string => withRightSounds(withEasyOnsets(fromBritish(text)))

/**
 * Text that Flite can take: it reads bytes, and says nothing sensible for one above 126. Accents go, letters that
 * have no plain twin get the nearest one, all else becomes a blank. Words that it reads wrong by rule are respelled.
 * No dash stands first, where an option would.
 */
export function toFliteText(text: string): string {
  const swapped = STAND_INS.reduce((result, [from, to]) => result.replace(from, to), text)
  return respelled(swapped.normalize('NFKD').replace(/\p{M}/gu, ''))
    .replace(/[^\x20-\x7e]/g, ' ')
    .replace(/ {2,}/g, ' ')
    .replace(/^[\s-]+/, '')
    .trim()
}
