import type { CoverArtist } from '../../stages/publish/ports.ts'
import { buildCoverSvg } from './build-cover-svg.ts'
import { rasteriseSvg } from './rasterise-svg.ts'

/** Podcast apps load covers of at most 512 KB without complaint. */
const MOST_BYTES = 512_000

export interface CoverArtistOptions {
  /** Turns a PNG into a JPEG of at most `mostBytes`. */
  toJpeg: (png: Uint8Array, mostBytes: number) => Promise<Uint8Array>
}

/** Draws covers of the project's own design. */
export const createCoverArtist = ({ toJpeg }: CoverArtistOptions): CoverArtist => ({
  draw: async show => toJpeg(await rasteriseSvg(buildCoverSvg(show)), MOST_BYTES)
})
