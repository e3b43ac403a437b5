import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import ffmpeg from '@ffmpeg-installer/ffmpeg'
import { newHome } from './new-home.ts'

/** An MP3 of a tone, with its length in seconds. */
export async function sineMp3(seconds: number): Promise<Uint8Array> {
  const file = join(await newHome(), 'sine.mp3')
  const sound = ['-f', 'lavfi', '-i', `sine=220:duration=${seconds}`, '-ac', '1', '-b:a', '64k', file]
  await promisify(execFile)(ffmpeg.path, ['-v', 'error', ...sound])
  return readFile(file)
}
