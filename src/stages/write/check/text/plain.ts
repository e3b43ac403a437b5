const SAME: readonly [RegExp, string][] = [
  [/[‘’ʼ‛]/g, "'"],
  [/[“”„‟«»]/g, '"'],
  [/[\u00a0\u2000-\u200a\u202f]/g, ' '],
  [/[‐‑−]/g, '-'],
  [/(?<=\d)–(?=\d)/g, '-'],
  [/…/g, '...'],
  [/½/g, ' 1/2'],
  [/¼/g, ' 1/4'],
  [/¾/g, ' 3/4'],
  [/[–—]/g, ' — ']
]

/** The same text in plain quotation marks, blanks and hyphens, so that two ways to set it compare equal. */
export const plainText = (text: string): string =>
  SAME.reduce((out, [pattern, plain]) => out.replace(pattern, plain), text.normalize('NFC'))

/** Lower case, without accents. */
export const foldText = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ø/g, 'o')
    .replace(/ł/g, 'l')
    .replace(/ß/g, 'ss')
    .replace(/æ/g, 'ae')
