import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { ModelFileError } from './model-file-error.ts'

/** The two files of a Piper voice. */
export interface PiperVoiceFiles {
  id: string
  /** Path of the .onnx file. */
  model: string
  /** Path of the .onnx.json file. */
  config: string
}

/** The files of one voice, or of all in a folder. */
export async function findPiperVoices(path: string): Promise<PiperVoiceFiles[]> {
  const found = await stat(path).catch((cause: unknown) => {
    throw new ModelFileError(`there is no ${path}: give a Piper voice's .onnx file, or a folder of them`, {
      cause
    })
  })
  if (!found.isDirectory()) return [filesOf(path)]
  const models = (await readdir(path)).filter(name => name.endsWith('.onnx')).sort()
  if (models.length === 0)
    throw new ModelFileError(`${path} has no Piper voice: put NAME.onnx and NAME.onnx.json there`)
  return models.map(name => filesOf(join(path, name)))
}

const filesOf = (model: string): PiperVoiceFiles => ({
  id: toVoiceId(basename(model).replace(/\.onnx$/, '')),
  model,
  config: `${model}.json`
})

/** A name that a voice card may have. */
export const toVoiceId = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9_-]+/g, '-')
    .replace(/^[-_]+|-+$/g, '') || 'voice'
