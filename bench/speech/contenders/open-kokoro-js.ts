import { copyFile, mkdir, rm, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { KOKORO_VOCABULARY } from '../../../src/adapters/onnx/phonemes/kokoro-vocabulary.ts'
import { buildTokenizerJson } from '../build-tokenizer-json.ts'
import { PEERS } from '../install-peers.ts'
import type { Contender, ContenderSetup } from './contender.ts'

interface KokoroJs {
  KokoroTTS: {
    from_pretrained(id: string): Promise<{
      generate(
        text: string,
        options: { voice: string }
      ): Promise<{ audio: Float32Array; sampling_rate: number }>
    }>
  }
}

interface Transformers {
  env: { allowRemoteModels: boolean; localModelPath: string }
}

const MODEL = 'stand-in'
const INSTALLED = join(PEERS, 'node_modules')

/** kokoro-js as its README has it: from_pretrained, then generate() a sentence at a time, its own defaults. */
export async function openKokoroJs(setup: ContenderSetup): Promise<Contender> {
  await layOut(setup)
  const load = (path: string): Promise<unknown> => import(pathToFileURL(path).href)
  const { env } = (await load(
    join(INSTALLED, '@huggingface/transformers/dist/transformers.node.mjs')
  )) as Transformers
  env.allowRemoteModels = false
  env.localModelPath = `${join(setup.scratch, 'models')}/`
  const { KokoroTTS } = (await load(join(setup.scratch, 'kokoro-js/dist/kokoro.js'))) as KokoroJs
  const tts = await KokoroTTS.from_pretrained(MODEL)
  return {
    settings: 'defaults',
    workers: 1,
    async say(sentences) {
      let seconds = 0
      for (const sentence of sentences) {
        const { audio, sampling_rate } = await tts.generate(sentence, { voice: setup.voice })
        seconds += audio.length / sampling_rate
      }
      return seconds
    },
    release: () => Promise.resolve()
  }
}

/** It reads voices from its own package and models from a folder like those of the hub: both are laid out with links. */
async function layOut({ scratch, model }: ContenderSetup): Promise<void> {
  await rm(scratch, { recursive: true, force: true })
  const [own, hub] = [join(scratch, 'kokoro-js'), join(scratch, 'models', MODEL)]
  await mkdir(join(own, 'dist'), { recursive: true })
  await mkdir(join(hub, 'onnx'), { recursive: true })
  for (const file of ['package.json', 'dist/kokoro.js'])
    await copyFile(join(INSTALLED, 'kokoro-js', file), join(own, file))
  await symlink(join(dirname(model), 'voices'), join(own, 'voices'), 'junction')
  await symlink(INSTALLED, join(scratch, 'node_modules'), 'junction')
  await symlink(model, join(hub, 'onnx/model.onnx'))
  const files = {
    'config.json': { model_type: 'style_text_to_speech_2' },
    'tokenizer_config.json': {
      model_max_length: 512,
      pad_token: '$',
      unk_token: '$',
      tokenizer_class: 'PreTrainedTokenizer'
    },
    'tokenizer.json': buildTokenizerJson(Object.fromEntries(KOKORO_VOCABULARY))
  }
  for (const [name, content] of Object.entries(files))
    await writeFile(join(hub, name), JSON.stringify(content))
}
