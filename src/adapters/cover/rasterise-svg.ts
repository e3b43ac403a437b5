import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { initWasm, Resvg } from '@resvg/resvg-wasm'

const resolveFile = createRequire(import.meta.url).resolve
const FONTS = ['DejaVuSansCondensed-Bold', 'DejaVuSansCondensed', 'DejaVuSans-Bold', 'DejaVuSans']

const readFonts = (): Promise<Uint8Array[]> =>
  Promise.all(FONTS.map(name => readFile(resolveFile(`dejavu-fonts-ttf/ttf/${name}.ttf`))))

async function load(): Promise<Uint8Array[]> {
  await initWasm(await readFile(resolveFile('@resvg/resvg-wasm/index_bg.wasm')))
  return readFonts()
}

/** The WebAssembly module can be set up once in a process. */
let loaded: Promise<Uint8Array[]> | undefined

/** Draws an SVG, with the DejaVu fonts, as a PNG of its own size. */
export async function rasteriseSvg(svg: string): Promise<Uint8Array> {
  const fontBuffers = await (loaded ??= load())
  const font = { fontBuffers, loadSystemFonts: false, defaultFontFamily: 'DejaVu Sans' }
  const drawing = new Resvg(svg, { font })
  try {
    const image = drawing.render()
    const png = image.asPng()
    image.free()
    return png
  } finally {
    drawing.free()
  }
}
