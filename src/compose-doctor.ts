import { mkdir, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { findFfmpeg } from './adapters/ffmpeg/find-ffmpeg.ts'
import { createModelStore } from './adapters/models/create-model-store.ts'
import { loadModelCards } from './adapters/models/load-model-cards.ts'
import { probeOnnxRuntime } from './adapters/onnx/probe-onnx-runtime.ts'
import { compose } from './compose.ts'
import { createWriterShelf } from './compose-writer.ts'
import { loadPlainShow, type Settings } from './config/load-settings.ts'
import { modelsOf } from './domain/writer.ts'

const GIB = 2 ** 30

/** What `doctor` looks at: each says what it found, or throws with what is wrong. */
export function examine(settings: Settings): Record<string, () => Promise<string>> {
  return {
    async ffmpeg() {
      const { path, version, origin } = await findFfmpeg({
        path: settings.ffmpegPath,
        pathEnv: settings.pathEnv
      })
      return `${version}, ${origin}: ${path}`
    },
    async voices() {
      const ports = await compose(settings)
      try {
        const speech = await ports.speech('flite')
        const show = loadPlainShow()
        const said = await ports.say({ text: 'Good morning.', voice: 'slt', speech: 'flite', show })
        const models = (await ports.models.list()).filter(({ state }) => state === 'installed')
        const others = models.map(({ card }) => card.id).join(', ') || 'no other model (duologue models list)'
        return `${speech.voices.join(', ')}; a test sentence gave ${(said.info.durationMs / 1000).toFixed(1)} s of sound; installed: ${others}`
      } finally {
        await ports.release()
      }
    },
    neural: probeOnnxRuntime,
    async writer() {
      const store = createModelStore({
        dir: join(settings.home, 'models'),
        cards: await loadModelCards(join(settings.packageRoot, 'models')),
        endpoint: settings.hfEndpoint
      })
      const faults = await createWriterShelf(settings, store, () => {}).faults(settings.writer)
      if (faults.length > 0) throw new Error(faults.join('; '))
      const names = modelsOf(settings.writer).map(({ model }) => model)
      return [...names, 'the built-in writer'].join(', then ')
    },
    async disk() {
      await mkdir(settings.home, { recursive: true })
      const { bavail, bsize } = await statfs(settings.home)
      const free = (bavail * bsize) / GIB
      if (free < 0.5)
        throw new Error(
          `only ${free.toFixed(1)} GiB free at ${settings.home}; an episode needs some 50 MB, the queue some 100`
        )
      return `${free.toFixed(0)} GiB free at ${settings.home}`
    }
  }
}
