import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'

const ENTRY = /\{filename:\w+\+"\/([^"]+)",start:(\d+),end:(\d+)\}/g
const SHARED = /^(?:en_dict|intonations|phon(?:data|index|tab))$/

/**
 * Writes the English part of espeak-ng's data folder, which sherpa-onnx reads from disk, from where it lies in the
 * phonemizer package: one gzip in base64, with a list of what is where.
 */
export async function writeEspeakData(phonemizerScript: string, folder: string): Promise<void> {
  const script = await readFile(phonemizerScript, 'utf8')
  const [packed] = /H4sI[A-Za-z0-9+/=]{10000,}/.exec(script) ?? []
  if (packed === undefined) throw new Error(`${phonemizerScript} holds no packed espeak-ng data`)
  const data = gunzipSync(Buffer.from(packed, 'base64'))
  for (const [, name = '', start, end] of script.matchAll(ENTRY)) {
    const path = SHARED.test(name) ? name : name.startsWith('gmw/') ? `lang/${name}` : null
    if (path === null) continue
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), data.subarray(Number(start), Number(end)))
  }
}
