import { access, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { writeFileWhole } from '../../config/write-file-whole.ts'
import { sha256 } from '../../domain/hash.ts'
import type { Sting, Stings } from '../../stages/mix/ports.ts'
import { encodeStereoWav } from './encode-stereo-wav.ts'
import { STINGS, synthesiseSting, type StingName } from './synthesise-sting.ts'

async function writeSting(folder: string, name: StingName): Promise<Sting> {
  const wav = encodeStereoWav(synthesiseSting(name))
  const path = join(folder, `${name}-${sha256(wav).slice(0, 12)}.wav`)
  const isThere = await access(path).then(
    () => true,
    () => false
  )
  if (!isThere) await writeFileWhole(path, wav)
  return { path, durationMs: STINGS[name].seconds * 1000 }
}

/** Makes the music as WAV files in an absolute folder, once; they are named by what is in them, so a later version does not meet an older file. */
export async function writeStings(folder: string): Promise<Stings> {
  await mkdir(folder, { recursive: true })
  return { opening: await writeSting(folder, 'opening'), closing: await writeSting(folder, 'closing') }
}
