import { sha256 } from '../../domain/hash.ts'
import type { Show } from '../../domain/show.ts'
import { choosePalette, type Palette } from './choose-palette.ts'
import { drawBubbles } from './draw-bubbles.ts'
import { drawableText } from './drawable-text.ts'
import { drawText } from './draw-text.ts'
import { fitText } from './fit-text.ts'

export const COVER_PIXELS = 1500
const MARGIN = 110
const TITLE = { width: COVER_PIXELS - 2 * MARGIN, height: 400, largest: 216, smallest: 52, leading: 1.06 }
const TITLE_BOTTOM = 1318
const HOSTS = { width: COVER_PIXELS - 2 * MARGIN, height: 60, largest: 46, smallest: 28, leading: 1.2 }
const HOSTS_BASELINE = 1402

function drawTitle(title: string, { ink }: Palette): string {
  const { lines, size } = fitText(title, TITLE)
  const firstBaseline = TITLE_BOTTOM - (lines.length - 1) * size * TITLE.leading
  return lines
    .map((line, i) =>
      drawText(line, {
        size,
        weight: 'bold',
        colour: ink,
        baseline: firstBaseline + i * size * TITLE.leading
      })
    )
    .join('')
}

function drawHosts(names: string, { soft }: Palette): string {
  const { lines, size } = fitText(names, HOSTS)
  return drawText(lines[0] ?? '', { size, weight: 'normal', colour: soft, baseline: HOSTS_BASELINE })
}

/** "Ada", "Ada & Ben", "Ada, Ben & Cy" */
const namesOf = (names: string[]): string =>
  [names.slice(0, -1).join(', '), ...names.slice(-1)].filter(part => part !== '').join(' & ')

/** The cover of a show: two speech bubbles that meet, their sound between them, the title below. Where the fonts lack the title's script, the picture stands alone. */
export function buildCoverSvg({ title, hosts }: Pick<Show, 'title' | 'hosts'>): string {
  const digest = sha256(title)
  const palette = choosePalette(digest)
  const words = drawableText(title)
  const names = drawableText(namesOf(hosts.map(host => host.name)))
  const parts = [
    `<rect width="${COVER_PIXELS}" height="${COVER_PIXELS}" fill="${palette.ground}"/>`,
    drawBubbles(digest, palette, words ? 0 : 190),
    words ? drawTitle(words, palette) : '',
    words && names ? drawHosts(names, palette) : ''
  ]
  const size = `width="${COVER_PIXELS}" height="${COVER_PIXELS}" viewBox="0 0 ${COVER_PIXELS} ${COVER_PIXELS}"`
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${parts.join('')}</svg>`
}
