export interface Palette {
  ground: string
  left: string
  right: string
  /** Where both voices meet. */
  overlap: string
  /** Letters on the ground, and the sound where both voices meet. */
  ink: string
  /** Small letters. */
  soft: string
}

const PALETTES: [Palette, ...Palette[]] = [
  {
    ground: '#13243f',
    left: '#ff7d5c',
    right: '#43bfb2',
    overlap: '#fdf2df',
    ink: '#fdf2df',
    soft: '#a9b8cf'
  },
  {
    ground: '#f5ecdc',
    left: '#e75a32',
    right: '#1c6a94',
    overlap: '#2a1f3f',
    ink: '#241b36',
    soft: '#7a6f78'
  },
  {
    ground: '#2c1c40',
    left: '#f7b23b',
    right: '#ec5a92',
    overlap: '#fff3de',
    ink: '#fff3de',
    soft: '#b9a7cc'
  },
  {
    ground: '#0f3f3f',
    left: '#f3c65a',
    right: '#f58560',
    overlap: '#fff6e3',
    ink: '#fff6e3',
    soft: '#9dc4bb'
  },
  {
    ground: '#e9f0ee',
    left: '#11806a',
    right: '#f0a202',
    overlap: '#123238',
    ink: '#123238',
    soft: '#63807f'
  },
  {
    ground: '#3a1722',
    left: '#f9825f',
    right: '#f4cf73',
    overlap: '#fff1e6',
    ink: '#fff1e6',
    soft: '#cfa3a4'
  },
  {
    ground: '#1b1f4b',
    left: '#7b8cff',
    right: '#ff8fa3',
    overlap: '#f6f1ff',
    ink: '#f6f1ff',
    soft: '#aab0e0'
  },
  {
    ground: '#f7e3dc',
    left: '#4b4ac2',
    right: '#e2476b',
    overlap: '#231a4a',
    ink: '#231a4a',
    soft: '#85718a'
  }
]

/** One of the house's sets of colours: always the same for the same digest (hexadecimal). */
export const choosePalette = (digest: string): Palette =>
  PALETTES[parseInt(digest.slice(0, 8), 16) % PALETTES.length] ?? PALETTES[0]
