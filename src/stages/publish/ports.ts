import type { Show } from '../../domain/show.ts'

export interface CoverArtist {
  /** A square JPEG, 1400 to 3000 pixels, at most 512 KB. The same show gives the same picture. */
  draw(show: Pick<Show, 'title' | 'hosts'>): Promise<Uint8Array>
}
