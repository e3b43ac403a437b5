import type { Palette } from './choose-palette.ts'

const RADIUS = 330
const LEFT = { x: 540, y: 470 }
const RIGHT = { x: 960, y: 500 }
const BARS = 21
const BAR_STEP = 42
const BAR_WIDTH = 20

const circle = ({ x, y }: { x: number; y: number }, attributes: string): string =>
  `<circle cx="${x}" cy="${y}" r="${RADIUS}" ${attributes}/>`

/** The point of a bubble, at its lower outer side: `side` is -1 for left, 1 for right. */
function tail({ x, y }: { x: number; y: number }, side: -1 | 1, colour: string): string {
  const at = (dx: number, dy: number) => `${x + side * dx} ${y + dy}`
  return `<path d="M${at(300, 60)} Q${at(310, 260)} ${at(372, 356)} Q${at(220, 360)} ${at(90, 300)} Z" fill="${colour}"/>`
}

/** Heights of the bars of a sound, 0 … 1: louder in the middle, its detail from the digest. */
function heights(digest: string): number[] {
  return Array.from({ length: BARS }, (_, i) => {
    const detail = parseInt(digest.slice(2 * i + 8, 2 * i + 10), 16) / 255
    const swell = Math.cos(((i - (BARS - 1) / 2) / BARS) * Math.PI) ** 0.8
    return swell * (0.3 + 0.7 * detail)
  })
}

function bars(digest: string, colour: string, attributes: string): string {
  const [middleX, middleY] = [(LEFT.x + RIGHT.x) / 2, (LEFT.y + RIGHT.y) / 2]
  const rects = heights(digest).map((height, i) => {
    const length = BAR_WIDTH + height * 340
    const x = middleX + (i - (BARS - 1) / 2) * BAR_STEP - BAR_WIDTH / 2
    const place = `x="${x.toFixed(1)}" y="${(middleY - length / 2).toFixed(1)}"`
    return `<rect ${place} width="${BAR_WIDTH}" height="${length.toFixed(1)}" rx="${BAR_WIDTH / 2}"/>`
  })
  return `<g fill="${colour}" ${attributes}>${rects.join('')}</g>`
}

/** Two speech bubbles that overlap, and one sound that runs through both. `down` moves all of it, in pixels. */
export function drawBubbles(digest: string, palette: Palette, down: number): string {
  const clip = `<clipPath id="right">${circle(RIGHT, '')}</clipPath>`
  return [
    `<defs>${clip}</defs><g transform="translate(0 ${down})">`,
    tail(LEFT, -1, palette.left),
    tail(RIGHT, 1, palette.right),
    circle(LEFT, `fill="${palette.left}"`),
    circle(RIGHT, `fill="${palette.right}"`),
    circle(LEFT, `fill="${palette.overlap}" clip-path="url(#right)"`),
    bars(digest, palette.ground, ''),
    '</g>'
  ].join('')
}
