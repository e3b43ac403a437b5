const WORD = String.raw`[^[\]()\n]{1,80}`
const SOUND = String.raw`[^/[\]()\s\d](?:[^/[\]()\n\d]{0,160}[^/[\]()\s\d])?`

/** `[word](/phonemes/)`: a web link or a nested pair of brackets is none. */
const MARK = new RegExp(String.raw`(?<![[!])\[(${WORD})\]\(\/(?=[^/]{0,160}\p{L})(${SOUND})\/\)(?!\])`, 'gu')

/** A word and its phonemes as the text of a model that takes them holds them. */
export const markPhonemes = (word: string, sound: string): string => `[${word}](/${sound}/)`

/** The text with `[word](/phonemes/)` reduced to its words. */
export const dropPhonemeMarks = (text: string): string => text.replace(MARK, '$1')

/** Word and phonemes where a text is one such mark and nothing else. */
export function parsePhonemeMark(text: string): { word: string; sound: string } | null {
  const [found] = text.matchAll(MARK)
  return found?.[0] === text ? { word: found[1] ?? '', sound: found[2] ?? '' } : null
}

/** Puts marks out of the reach of all rules: each stands as one made-up word until it is put back. */
export interface PhonemeHold {
  hold: (text: string) => string
  putBack: (text: string) => string
}

/** Letters alone, so that no rule takes it for a number, an acronym or a word that it knows. */
const standIn = (stem: string, at: number, isCapital: boolean): string =>
  `${isCapital ? 'Q' : 'q'}${stem}${[...String(at)].map(digit => 'bcdfghjklm'[Number(digit)]).join('')}ux`

export function createPhonemeHold(text: string): PhonemeHold {
  let stem = 'ivo'
  while (text.toLowerCase().includes(`q${stem}`)) stem += 'vo'
  const marks: string[] = []
  return {
    hold: unheld =>
      unheld.replace(MARK, (mark: string, word: string) => {
        marks.push(mark)
        return standIn(stem, marks.length - 1, /^\p{Lu}/u.test(word))
      }),
    putBack: held =>
      held
        .replace(new RegExp(`-?[Qq]${stem}([bcdfghjklm]+)ux-?`, 'g'), (standing: string, letters: string) => {
          const mark = marks[Number([...letters].map(letter => 'bcdfghjklm'.indexOf(letter)).join(''))] ?? ''
          return (standing.startsWith('-') ? ' ' : '') + mark + (standing.endsWith('-') ? ' ' : '')
        })
        .replace(/^ | $/g, '')
  }
}
