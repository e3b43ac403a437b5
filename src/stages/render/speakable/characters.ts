import { cleanText } from '../../../domain/text.ts'
import { inOrder } from './patterns.ts'
import type { Rule } from './patterns.ts'

const FRACTIONS: Record<string, string> = {
  '½': '1/2',
  '⅓': '1/3',
  '⅔': '2/3',
  '¼': '1/4',
  '¾': '3/4',
  '⅕': '1/5',
  '⅖': '2/5',
  '⅗': '3/5',
  '⅘': '4/5',
  '⅛': '1/8',
  '⅜': '3/8',
  '⅝': '5/8',
  '⅞': '7/8'
}

const LETTERS: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  Æ: 'Ae',
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ð: 'd',
  Ð: 'D',
  þ: 'th',
  Þ: 'Th',
  œ: 'oe',
  Œ: 'Oe',
  ı: 'i',
  α: ' alpha ',
  β: ' beta ',
  γ: ' gamma ',
  δ: ' delta ',
  λ: ' lambda ',
  π: ' pi ',
  σ: ' sigma ',
  Ω: ' omega ',
  ω: ' omega '
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹'

const fractions: Rule = text => text.replace(/[½⅓⅔¼¾⅕⅖⅗⅘⅛⅜⅝⅞]/g, sign => ` ${FRACTIONS[sign] ?? ''}`)

/** "m²" and "10⁶" keep their powers as ^2 and ^6; a raised number after a longer word is a footnote. */
const superscripts: Rule = text =>
  text.replace(
    /([A-Za-z]{0,3})(⁻?)([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})/g,
    (_, letters: string, minus: string, raised: string) => {
      const digits = [...raised].map(sign => SUPERSCRIPTS.indexOf(sign)).join('')
      return letters.length > 2 ? letters : `${letters}^${minus && '-'}${digits}`
    }
  )

const pictures: Rule = text =>
  text.replace(
    /\p{Extended_Pictographic}|\p{Regional_Indicator}|[\u{1f3fb}-\u{1f3ff}\ufe0e\ufe0f\u20e3\u2122\u2120]/gu,
    ' '
  )

const quotes: Rule = text => text.replace(/[‘’‛ʼ′´＇]/g, "'").replace(/[“”„‟«»″]/g, '"')

const dashes: Rule = text =>
  text
    .replace(/[‐‑−﹣－]/g, '-')
    .replace(/(?<=\d) ?[–—‒] ?(?=[\d$£€¥])/g, '-')
    .replace(/(?<=\S)[–‒](?=\S)/g, '-')
    .replace(/[–—‒―]|(?<![-\d])-{2,3}(?!-)/g, ' — ')

const plainLetters: Rule = text =>
  text
    .replace(/[、，]/g, ', ')
    .replace(/。/g, '. ')
    .replace(/[º˚]/g, '°')
    .replace(/µ/g, 'u')
    .replace(/\+\/?-(?= ?\d)/g, '±')
    .replace(/№ ?/g, 'No. ')
    .replace(/[ßæÆøØłŁđĐðÐþÞœŒıαβγδλπσΩω]/g, letter => LETTERS[letter] ?? '')
    .replace(/[^\u0000-\u007f]/g, sign => sign.normalize('NFKC'))
    .normalize('NFD')
    .replace(/\p{M}/gu, '')

/** Typographic characters as plain ones: nearest ASCII letters, straight quotes, no pictures. */
export const characters = inOrder(
  cleanText,
  fractions,
  superscripts,
  pictures,
  quotes,
  dashes,
  plainLetters,
  text => text.replace(/[^\S\n]/g, ' ')
)
