import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, parse } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

const SCRIPTS = fileURLToPath(new URL('../../../shared/models/', import.meta.url))
const KOKORO_SCRIPT = join(SCRIPTS, 'make-kokoro.mjs')
const PIPER_SCRIPT = join(SCRIPTS, 'make-piper.mjs')
const MOE_SCRIPT = join(SCRIPTS, 'make-moe.mjs')

/** Is there what makes models of the real architecture with random weights? */
export const hasStandIns = existsSync(KOKORO_SCRIPT)

/** For the titles of tests that need them. */
export const NO_STAND_INS = hasStandIns ? '' : ' (left out: ../shared/models is not there)'

export const STAND_IN_VOICES = ['af_bella', 'af_heart', 'am_michael', 'am_puck', 'bf_emma', 'bm_george']

export interface KokoroKind {
  /** A quarter of the work: the vocoder and decoder are an eighth as wide, all else is as it is. */
  small?: boolean
  durations?: boolean
  /** As kokoro-onnx exports it: `tokens` in, `audio` out. */
  tokens?: boolean
  /** As hexgrad's export.py has it: whole numbers for speed. */
  intSpeed?: boolean
  /** With its weights in a file beside it. */
  external?: boolean
}

/** Changes a graph into another export of the same model, and writes it with its voices. */
const WRITE_KOKORO = `
  const [script, into, voices, text] = process.argv.slice(1)
  const { buildKokoro, makeVoice } = await import(script)
  const { writeFileSync, mkdirSync } = await import('node:fs')
  const kind = JSON.parse(text)
  const config = kind.small ? { decoder: 128, generator: 64 } : {}
  const graph = buildKokoro({ withDuration: kind.durations, config })
  const rename = (from, to) => {
    for (const value of [...graph.inputs, ...graph.outputs]) if (value.name === from) value.name = to
    for (const node of graph.nodes)
      for (const names of [node.inputs, node.outputs])
        names.forEach((name, i) => { if (name === from) names[i] = to })
  }
  if (kind.tokens) (rename('input_ids', 'tokens'), rename('waveform', 'audio'))
  if (kind.intSpeed) {
    rename('speed', 'speed_float')
    Object.assign(graph.inputs.find(({ name }) => name === 'speed_float'), { name: 'speed', type: 'int64' })
    graph.nodes.unshift({ type: 'Cast', inputs: ['speed'], outputs: ['speed_float'], attrs: { to: 1 }, name: 'speed_cast' })
  }
  graph.write(into + '/model.onnx', { external: kind.external })
  mkdirSync(into + '/voices')
  for (const voice of voices.split(',')) writeFileSync(into + '/voices/' + voice + '.bin', makeVoice(voice))`

/** Kokoro with random weights; one of each kind, kept under the system's temporary folder. */
export async function kokoroStandIn(kind: KokoroKind = {}): Promise<{ model: string; voicesDir: string }> {
  const folder = await makeOnce('model.onnx', KOKORO_SCRIPT, kind, into => [
    '--input-type=module',
    '--eval',
    WRITE_KOKORO,
    pathToFileURL(KOKORO_SCRIPT).href,
    into,
    STAND_IN_VOICES.join(','),
    JSON.stringify(kind)
  ])
  return { model: join(folder, 'model.onnx'), voicesDir: join(folder, 'voices') }
}

/** A Piper voice with random weights and its config beside it; gives the path of the .onnx file. */
export async function piperStandIn({ speakers = 1 }: { speakers?: number } = {}): Promise<string> {
  const file = 'en_US-standin-medium.onnx'
  const folder = await makeOnce(file, PIPER_SCRIPT, { speakers }, into => [
    PIPER_SCRIPT,
    join(into, file),
    '--speakers',
    String(speakers)
  ])
  return join(folder, file)
}

/** A mixture-of-experts language model with random weights, 14 MB; gives the path of the .gguf file. */
export async function moeStandIn(): Promise<string> {
  const file = 'moe-tiny.gguf'
  const folder = await makeOnce(file, MOE_SCRIPT, { preset: 'tiny' }, into => [
    MOE_SCRIPT,
    join(into, file),
    '--preset',
    'tiny'
  ])
  return join(folder, file)
}

/**
 * Runs a script into a new folder and renames it: whoever comes second finds it, or made its own and throws it away.
 * A folder that what cleans temporary files has emptied does not count.
 */
async function makeOnce(
  file: string,
  script: string,
  kind: object,
  args: (into: string) => string[]
): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify([kind, STAND_IN_VOICES, WRITE_KOKORO]))
  for (const file of [script, join(SCRIPTS, 'onnx-writer.mjs')]) hash.update(await readFile(file))
  const kept = join(
    tmpdir(),
    'duologue-stand-ins',
    `${parse(script).name}-${hash.digest('hex').slice(0, 16)}`
  )
  if (existsSync(join(kept, file))) return kept
  await mkdir(dirname(kept), { recursive: true })
  const made = await mkdtemp(`${kept}.making-`)
  await promisify(execFile)(process.execPath, args(made))
  if (!existsSync(join(kept, file))) await rm(kept, { recursive: true, force: true })
  await rename(made, kept).catch(async (error: NodeJS.ErrnoException) => {
    await rm(made, { recursive: true, force: true })
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
  })
  return kept
}
