import type { CoverArtist } from '../../stages/publish/ports.ts'
import { buildCoverSvg } from './build-cover-svg.ts'
import { rasteriseSvg } from './rasterise-svg.ts'

/** Podcast apps load covers of at most 512 KB without complaint. */
const MOST_BYTES = 512_000
/** Twice as wide as the page shows it, for screens with small pixels. */
const SMALL_PIXELS = 384
/** A quarter of what a page may weigh. */
const SMALL_MOST_BYTES = 25_000

export interface CoverArtistOptions {
  /** Turns a picture, PNG or JPEG, into a JPEG of at most `mostBytes`, and of that many pixels each way where it says so. */
  toJpeg: (picture: Uint8Array, mostBytes: number, pixels?: number) => Promise<Uint8Array>
}

/** Draws covers of the project's own design. */
export const createCoverArtist = ({ toJpeg }: CoverArtistOptions): CoverArtist => ({
  draw: async show => toJpeg(await rasteriseSvg(buildCoverSvg(show)), MOST_BYTES),
  shrink: cover => toJpeg(cover, SMALL_MOST_BYTES, SMALL_PIXELS)
})
