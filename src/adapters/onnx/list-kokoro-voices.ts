import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { ModelFileError } from './model-file-error.ts'
import { VOICE_BYTES } from './read-voice.ts'

const VOICE_FILE = /^([A-Za-z0-9][A-Za-z0-9_-]*)\.bin$/

/** The voices in a folder, sorted; throws a ModelFileError where there is none, or one of a wrong size. */
export async function listKokoroVoices(folder: string): Promise<string[]> {
  const files = await readdir(folder).catch((cause: unknown) => {
    throw new ModelFileError(
      `there is no folder ${folder} with Kokoro's voices: put its .bin files there, in voices/ beside the model`,
      { cause }
    )
  })
  const voices = files.flatMap(file => VOICE_FILE.exec(file)?.[1] ?? []).sort()
  if (voices.length === 0)
    throw new ModelFileError(`${folder} has no voice of Kokoro: put .bin files such as af_heart.bin there`)
  for (const voice of voices) {
    const path = join(folder, `${voice}.bin`)
    const { size } = await stat(path)
    if (size !== VOICE_BYTES)
      throw new ModelFileError(
        `${path} is no whole voice of Kokoro: it has ${size} bytes, and a voice has ${VOICE_BYTES} (510 x 256 float32); get the file again`
      )
  }
  return voices
}
