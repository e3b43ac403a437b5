import { cleanText, oneLine } from '../../domain/text.ts'

/** Everything but scripts, digits and signs that the DejaVu fonts have. */
const NOT_DRAWABLE =
  /[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Georgian}\p{N}\p{P}\p{Zs}\u0300-\u036f\u064b-\u0655+=<>$€£¥°©®™|~^`]/gu

/** What of a text the fonts can draw, on one line; empty where that leaves less than half of its letters. */
export function drawableText(text: string): string {
  const line = oneLine(cleanText(text))
  const drawable = oneLine(line.replace(NOT_DRAWABLE, ''))
  const letters = (from: string) => from.match(/[\p{L}\p{N}]/gu)?.length ?? 0
  return letters(drawable) > 0 && letters(drawable) * 2 >= letters(line) ? drawable : ''
}
