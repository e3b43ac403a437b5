const LEFT = 110
const RIGHT = 1390
const FROM_RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}]/u

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;'
}

/** Text as XML may hold it. */
export const escapeXml = (text: string): string => text.replace(/[&<>"']/g, sign => ENTITIES[sign] ?? sign)

export interface TextStyle {
  size: number
  weight: 'bold' | 'normal'
  colour: string
  baseline: number
}

/** One line as SVG, at the margin where its script begins. */
export function drawText(text: string, { size, weight, colour, baseline }: TextStyle): string {
  const place = FROM_RIGHT_TO_LEFT.test(text) ? `x="${RIGHT}" text-anchor="end"` : `x="${LEFT}"`
  const font = `font-family="DejaVu Sans" font-stretch="condensed" font-weight="${weight}" font-size="${size.toFixed(1)}"`
  const spacing = weight === 'bold' ? -0.02 * size : 0.01 * size
  return `<text ${place} y="${baseline.toFixed(1)}" ${font} letter-spacing="${spacing.toFixed(2)}" fill="${colour}">${escapeXml(text)}</text>`
}
