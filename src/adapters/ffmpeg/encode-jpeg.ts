import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FfmpegError, runFfmpeg, type FfmpegJob } from './run-ffmpeg.ts'

/** ffmpeg's scale for JPEG: 2 is the best. */
const QUALITIES = [2, 3, 5, 8, 12, 20, 31]

/** No subsampling of colour: letters on a coloured ground keep their edges. */
const jpegArgs = (pngPath: string, quality: number, jpegPath: string): FfmpegJob => ({
  inputs: [pngPath],
  outputOptions: [
    '-nostdin',
    '-frames:v',
    '1',
    '-pix_fmt',
    'yuvj444p',
    '-q:v',
    String(quality),
    '-map_metadata',
    '-1'
  ],
  output: jpegPath
})

/** Turns a PNG into a JPEG of at most `mostBytes`, at the best quality that fits. Throws an FfmpegError where none does. */
export async function encodeJpeg(
  ffmpegPath: string,
  png: Uint8Array,
  mostBytes: number
): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'duologue-cover-'))
  try {
    const [pngPath, jpegPath] = [join(folder, 'cover.png'), join(folder, 'cover.jpg')]
    await writeFile(pngPath, png)
    for (const quality of QUALITIES) {
      await runFfmpeg(ffmpegPath, jpegArgs(pngPath, quality, jpegPath))
      const jpeg = await readFile(jpegPath)
      if (jpeg.length <= mostBytes) return jpeg
    }
    throw new FfmpegError(`no JPEG of at most ${mostBytes} bytes can be made of a PNG of ${png.length} bytes`)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
