/** Widths in DejaVu Sans Condensed Bold, in ems: measured by class, rounded up. */
const NARROW = /[\sijlI.,:;'’!|()[\]{}·-]/
const WIDE = /[mwMW@%&—…]/
const CAPITAL = /[\p{Lu}\d]/u

function emsOf(character: string): number {
  if (NARROW.test(character)) return 0.36
  if (WIDE.test(character)) return 0.97
  return CAPITAL.test(character) ? 0.76 : 0.63
}

/** Estimated width of a line in ems. */
export const widthEms = (text: string): number =>
  [...text].reduce((sum, character) => sum + emsOf(character), 0)

/** A word too wide for a line comes in pieces that fit. */
function breakWord(word: string, mostEms: number): string[] {
  const pieces = ['']
  for (const character of word) {
    const last = pieces.at(-1) ?? ''
    if (last !== '' && widthEms(last + character) > mostEms) pieces.push(character)
    else pieces[pieces.length - 1] = last + character
  }
  return pieces
}

/** Sets words in lines no wider than `mostEms`. */
export function wrapText(text: string, mostEms: number): string[] {
  const lines: string[] = []
  for (const word of text
    .split(/\s+/)
    .filter(Boolean)
    .flatMap(each => breakWord(each, mostEms))) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word
    if (lines.length > 0 && widthEms(longer) <= mostEms) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

export interface FittedText {
  lines: string[]
  /** Font size in the box's unit. */
  size: number
}

export interface Box {
  width: number
  height: number
  largest: number
  smallest: number
  /** Distance of lines, in ems. */
  leading: number
}

const STEPS = 24
/** Above this share of the way down, words are kept whole; below it, breaking one is better than letters too small to read. */
const WHOLE_WORDS_UNTIL = 0.75

function cutOff(text: string, { width, height, leading, smallest: size }: Box): FittedText {
  const most = Math.max(1, Math.floor(height / (leading * size)))
  const lines = wrapText(text, width / size).slice(0, most)
  const last = [...(lines.pop() ?? '')].slice(0, -1).join('').trimEnd()
  return { lines: [...lines, `${last}…`], size }
}

/** The largest size at which the text fits the box; at the smallest one, what does not fit is left out with an ellipsis. */
export function fitText(text: string, box: Box): FittedText {
  const words = text.split(/\s+/).filter(Boolean)
  for (let step = 0; step <= STEPS; step++) {
    const size = box.largest - ((box.largest - box.smallest) * step) / STEPS
    const lines = wrapText(text, box.width / size)
    const isWhole = words.every(word => widthEms(word) * size <= box.width)
    const fits = lines.length * box.leading * size <= box.height
    if (fits && (isWhole || step >= STEPS * WHOLE_WORDS_UNTIL)) return { lines, size }
  }
  return cutOff(text, box)
}
