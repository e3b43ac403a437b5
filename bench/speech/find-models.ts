import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { mkdir, readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

export interface ModelFile {
  path: string
  sha256: string
  /** Random weights of the real architecture: right for speed and memory, noise to the ear. */
  standIn: boolean
  /** The voice that all contenders say it with. */
  voice: string
}

/** What the bench makes and may lose. */
export const CACHE = join(tmpdir(), 'duologue-bench-speech')
const MAKERS = fileURLToPath(new URL('../../../shared/models', import.meta.url))
const VOICES = ['af_heart', 'am_michael']
const run = promisify(execFile)

/** The Kokoro file that was named, or one with random weights, and a voice that lies beside it. */
export async function findKokoro(named: string | undefined): Promise<ModelFile> {
  const path = await orMake(named, 'kokoro', 'make-kokoro.mjs', file => [
    '--voices',
    join(dirname(file), 'voices'),
    VOICES.join(',')
  ])
  const folder = join(dirname(path), 'voices')
  const voices = (await readdir(folder).catch(() => [])).filter(file => file.endsWith('.bin')).sort()
  const file = voices.find(name => name === `${VOICES[0]}.bin`) ?? voices[0]
  if (file === undefined)
    throw new Error(`${folder} has no voice (*.bin): Kokoro's stand in voices/ beside the model`)
  return { path, sha256: await sha256Of(path), standIn: named === undefined, voice: file.slice(0, -4) }
}

/** The Piper file that was named, or one with random weights. */
export async function findPiper(named: string | undefined): Promise<ModelFile> {
  const path = await orMake(named, 'piper', 'make-piper.mjs', () => ['--speakers', '1'])
  return { path, sha256: await sha256Of(path), standIn: named === undefined, voice: '' }
}

async function orMake(
  named: string | undefined,
  kind: string,
  maker: string,
  argsFor: (file: string) => string[]
): Promise<string> {
  if (named !== undefined) {
    if (!existsSync(named)) throw new Error(`--${kind} ${named}: there is no such file`)
    return resolve(named)
  }
  const script = join(MAKERS, maker)
  if (!existsSync(script))
    throw new Error(
      `no model to measure: give one with --${kind} PATH (duologue models pull ${kind} gets it)`
    )
  const path = join(CACHE, kind, 'model.onnx')
  if (!existsSync(path)) {
    await mkdir(dirname(path), { recursive: true })
    await run(process.execPath, [script, path, ...argsFor(path)])
  }
  return path
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}
