import { stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Settings } from './config/load-settings.ts'
import { parseSpeechChoice, SPEECH_HELP, type SpeechChoice } from './config/speech-choice.ts'
import type { InstalledModel, ModelStore } from './domain/model-store.ts'
import { StageError } from './domain/stage-error.ts'
import type { SpeechModel } from './stages/render/ports.ts'

type Choice<Kind extends SpeechChoice['kind']> = Extract<SpeechChoice, { kind: Kind }>
type Makers = { [Kind in SpeechChoice['kind']]: (choice: Choice<Kind>) => Promise<SpeechModel> }

export interface SpeechShelf {
  /** What `load` takes for all that is installed, best first; Flite is always there. */
  installed(): Promise<string[]>
  /** Throws a StageError where there is no such speech, or where it cannot be used. */
  load(name: string): Promise<SpeechModel>
  release(): Promise<void>
}

/** Best first: the smaller files are no faster on a processor, and sound a little worse. */
const KOKORO_VARIANTS = ['kokoro', 'kokoro:fp16', 'kokoro:q8', 'kokoro:q8f16']

const unusable = (message: string, cause?: unknown): StageError =>
  new StageError('render', message, { retryable: false, cause })

/** What speaks. Each model is made when it is first asked for, and kept; one that failed is tried anew. */
export function createSpeechShelf(
  settings: Settings,
  store: ModelStore,
  onNote: (text: string) => void
): SpeechShelf {
  const { speechDevice: device, speechWorkers: workers, speechKey: key } = settings
  const common = { device, workers, onNote }
  const installedOf = async (ids: readonly string[]): Promise<InstalledModel[]> =>
    (await Promise.all(ids.map(id => store.find(id)))).filter(model => model !== null)
  const piperIds = store.cards.flatMap(({ id }) => (id.startsWith('piper:') ? [id] : []))

  const makers: Makers = {
    auto: () => Promise.reject(unusable('speech "auto" stands for another one, and was not settled')),
    async flite() {
      const { createFliteSpeech } = await import('./adapters/flite/flite-speech.ts')
      return createFliteSpeech(workers === undefined ? {} : { workers })
    },
    async kokoro({ variant, path }) {
      const { createKokoroSpeech } = await import('./adapters/onnx/create-kokoro-speech.ts')
      if (path !== null) {
        const model = await fileIn(path, 'model.onnx')
        return createKokoroSpeech({ model, voicesDir: join(dirname(model), 'voices'), ...common })
      }
      const wanted = variant === null ? KOKORO_VARIANTS : [`kokoro:${variant}`]
      wanted.forEach(id => store.card(id))
      const [found] = await installedOf(wanted)
      const file = found?.files.find(({ name }) => name.endsWith('.onnx'))
      if (found === undefined || file === undefined) throw notInstalled(wanted[0] ?? 'kokoro')
      const voicesDir = join(found.folder, 'voices')
      return createKokoroSpeech({ model: file.path, modelSha256: file.sha256, voicesDir, ...common })
    },
    async piper({ voice, path }) {
      const { createPiperSpeech } = await import('./adapters/onnx/create-piper-speech.ts')
      if (path !== null) return createPiperSpeech({ voices: path, ...common })
      const wanted = voice === null ? piperIds : [`piper:${voice}`]
      wanted.forEach(id => store.card(id))
      const voices = (await installedOf(wanted)).flatMap(piperFiles)
      if (voices.length === 0) throw notInstalled(wanted[0] ?? 'piper')
      return createPiperSpeech({ voices, ...common })
    },
    async openai({ url, model }) {
      const { createOpenAiSpeech } = await import('./adapters/openai/create-openai-speech.ts')
      return createOpenAiSpeech({ url, model, key })
    },
    async azure({ region }) {
      if (key === undefined)
        throw unusable(`azure:${region} needs the key of your Speech resource in DUOLOGUE_SPEECH_KEY`)
      const { createAzureSpeech } = await import('./adapters/azure/create-azure-speech.ts')
      return createAzureSpeech({ region, key })
    }
  }

  const make = async (name: string): Promise<SpeechModel> => {
    const choice = parseSpeechChoice(name)
    if (choice === null) throw unusable(`there is no speech "${name}": ${SPEECH_HELP}`)
    try {
      return await (makers[choice.kind] as (choice: SpeechChoice) => Promise<SpeechModel>)(choice)
    } catch (cause) {
      if (cause instanceof StageError) throw cause
      throw unusable(cause instanceof Error ? cause.message : String(cause), cause)
    }
  }

  const made = new Map<string, Promise<SpeechModel>>()
  return {
    async installed() {
      const kokoro = (await installedOf(KOKORO_VARIANTS)).map(({ id }) => id)
      const piper = (await installedOf(piperIds)).length > 0 ? ['piper'] : []
      return [...kokoro, ...piper, 'flite']
    },
    load(name) {
      const model = made.get(name) ?? make(name)
      made.set(name, model)
      model.catch(() => made.delete(name))
      return model
    },
    async release() {
      const models = await Promise.allSettled(made.values())
      await Promise.all(
        models.map(model => (model.status === 'fulfilled' ? model.value.release() : undefined))
      )
    }
  }
}

const notInstalled = (id: string): StageError =>
  unusable(
    `${id} is not installed: get it with "duologue models pull ${id}", or name a file (${id.split(':')[0]}:PATH)`
  )

/** The file itself, or the one of that name in the folder. */
async function fileIn(path: string, name: string): Promise<string> {
  const found = await stat(path).catch(() => null)
  return found?.isDirectory() === true ? join(path, name) : path
}

const piperFiles = ({ files }: InstalledModel): { id: string; model: string; config: string }[] => {
  const model = files.find(({ name }) => name.endsWith('.onnx'))
  const config = files.find(({ name }) => name.endsWith('.onnx.json'))
  if (model === undefined || config === undefined) return []
  return [{ id: basename(model.path, '.onnx'), model: model.path, config: config.path }]
}
