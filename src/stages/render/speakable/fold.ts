const STROKES: Record<string, string> = {
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ð: 'd',
  ı: 'i',
  '‘': "'",
  '’': "'",
  ʻ: "'",
  ʼ: "'",
  '‑': '-',
  '‐': '-'
}

/** Each letter without its accents, quotes straight: as long as the text, which has to be in NFC. */
export const fold = (text: string): string =>
  text.replace(/[^\u0000-\u007f]/g, letter => STROKES[letter] ?? letter.normalize('NFD').charAt(0))
