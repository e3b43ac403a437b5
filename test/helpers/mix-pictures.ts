import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

/** What ffmpeg shows of a picture: format, colours, size. */
export async function describePicture(ffmpegPath: string, path: string): Promise<string> {
  const { stderr } = await promisify(execFile)(ffmpegPath, [
    '-hide_banner',
    '-nostdin',
    '-i',
    path,
    '-f',
    'null',
    '-'
  ])
  return stderr
}
