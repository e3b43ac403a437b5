import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FfmpegError, runFfmpeg, type FfmpegJob } from './run-ffmpeg.ts'

/** ffmpeg's scale for JPEG: 2 is the best. */
const QUALITIES = [2, 3, 5, 8, 12, 20, 31]

/** No subsampling of colour: letters on a coloured ground keep their edges. */
const jpegArgs = (path: string, quality: number, jpegPath: string, pixels?: number): FfmpegJob => ({
  inputs: [path],
  outputOptions: [
    '-nostdin',
    '-frames:v',
    '1',
    ...(pixels === undefined ? [] : ['-vf', `scale=${pixels}:${pixels}:flags=lanczos`]),
    '-pix_fmt',
    'yuvj444p',
    '-q:v',
    String(quality),
    '-map_metadata',
    '-1'
  ],
  output: jpegPath
})

/**
 * Turns a square picture, PNG or JPEG, into a JPEG of at most `mostBytes`, at the best quality that fits, `pixels` wide
 * where that is given. Throws an FfmpegError where none fits.
 */
export async function encodeJpeg(
  ffmpegPath: string,
  picture: Uint8Array,
  mostBytes: number,
  pixels?: number
): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'duologue-cover-'))
  try {
    const [path, jpegPath] = [join(folder, 'picture'), join(folder, 'cover.jpg')]
    await writeFile(path, picture)
    for (const quality of QUALITIES) {
      await runFfmpeg(ffmpegPath, jpegArgs(path, quality, jpegPath, pixels))
      const jpeg = await readFile(jpegPath)
      if (jpeg.length <= mostBytes) return jpeg
    }
    throw new FfmpegError(
      `no JPEG of at most ${mostBytes} bytes can be made of a picture of ${picture.length} bytes`
    )
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
