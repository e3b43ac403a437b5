import { dirname, join } from 'node:path'
import { statfs, mkdir } from 'node:fs/promises'
import type { Settings } from './config/load-settings.ts'
import { ConfigError, type Fault } from './config/config-error.ts'
import type { Library } from './domain/library.ts'
import type { StandingOrder } from './domain/standing-order.ts'
import type { Pace, Voice } from './domain/voice.ts'
import { StageError } from './domain/stage-error.ts'
import type { Show } from './domain/show.ts'
import { createCoverArtist } from './adapters/cover/create-cover-artist.ts'
import { createFeedReader } from './adapters/feeds/create-feed-reader.ts'
import { createFfmpegEngine } from './adapters/ffmpeg/create-ffmpeg-engine.ts'
import { encodeJpeg } from './adapters/ffmpeg/encode-jpeg.ts'
import { findFfmpeg } from './adapters/ffmpeg/find-ffmpeg.ts'
import { createFliteSpeech } from './adapters/flite/flite-speech.ts'
import { createFetcher } from './adapters/http/create-fetcher.ts'
import { tagMp3 } from './adapters/id3/tag-mp3.ts'
import { createFileLibrary } from './adapters/library/create-file-library.ts'
import { probeOnnxRuntime } from './adapters/onnx/probe-onnx-runtime.ts'
import { writeStings } from './adapters/sting/write-stings.ts'
import { loadVoices } from './adapters/voices/load-voices.ts'
import type { ByteFetcher, FeedReader } from './stages/fetch/ports.ts'
import type { MixEngine, Stings } from './stages/mix/ports.ts'
import type { CoverArtist } from './stages/publish/ports.ts'
import { isAppleCategory } from './stages/publish/apple-categories.ts'
import type { SpeechModel } from './stages/render/ports.ts'
import { castHosts, type Cast, type VoicePair } from './stages/render/cast-hosts.ts'
import type { Lexicon } from './stages/render/plan-take.ts'
import { createBuiltinWriter } from './stages/write/builtin/create-builtin-writer.ts'
import type { Writer } from './stages/write/ports.ts'

/** What the stages need from the world, made when it is first asked for. */
export interface Ports {
  library: Library
  fetcher: ByteFetcher
  reader: FeedReader
  /** The cards of the voices that are known by name. */
  voices: readonly Voice[]
  /** How words are said that the model would get wrong, and what the show says of it. */
  lexicon(show: Pick<Show, 'lexicon'>, speech: SpeechModel): Lexicon
  writer(name: string): Writer
  /** The best speech that is installed and has the voices of the show, where the order leaves the choice. */
  chooseSpeech(order: StandingOrder): Promise<string>
  speech(name: string): Promise<SpeechModel>
  /** Who speaks with which voice. Throws a StageError where a voice does not exist. */
  cast(show: Show, speech: SpeechModel): Cast
  /** How fast a voice speaks; measured once for each model. */
  pace(speech: SpeechModel, voice: string): Promise<Pace>
  mixEngine(): Promise<MixEngine>
  stings(): Promise<Stings>
  cover(): Promise<CoverArtist>
  /** Throws a ConfigError where an order names a writer, speech, voice or category that does not exist. */
  check(order: StandingOrder): Promise<void>
  release(): Promise<void>
}

const WRITERS: Record<string, () => Writer> = { builtin: createBuiltinWriter }
const PAIRS: VoicePair[] = [['slt', 'rms']]
const SPEECH: Record<string, () => SpeechModel> = { flite: createFliteSpeech }

/** The only place that chooses an implementation for a port. */
export async function compose(settings: Settings): Promise<Ports> {
  const { voices, lexicon } = await loadVoices(join(settings.packageRoot, 'voices'))
  const ffmpeg = once(() => findFfmpeg({ path: settings.ffmpegPath, pathEnv: settings.pathEnv }))
  const fileRoots = [dirname(settings.configFile), join(settings.packageRoot, 'samples')]
  const reader = createFeedReader()
  const models = new Map<string, SpeechModel>()
  const speech = async (name: string): Promise<SpeechModel> => {
    const model = models.get(name) ?? choose(SPEECH, name, 'speech')()
    models.set(name, model)
    return model
  }
  return {
    library: createFileLibrary(settings.home),
    fetcher: createFetcher({ fileRoots }),
    reader,
    voices,
    lexicon: () => lexicon,
    writer: name => choose(WRITERS, name, 'writer')(),
    chooseSpeech: async ({ speech }) => (speech === 'auto' ? 'flite' : speech),
    cast(show, speech) {
      const { cast, faults } = castHosts(show, speech, PAIRS)
      if (faults.length === 0) return cast
      const said = faults.map(({ host, message }) => `host "${show.hosts[host]?.name}": ${message}`)
      throw new StageError('render', said.join('; '), { retryable: false })
    },
    async pace(speech, voice) {
      const pace = voices.find(({ id, model }) => id === voice && model === speech.family)?.pace
      if (pace === undefined) throw new Error(`the pace of ${voice} is not known`)
      return pace
    },
    speech,
    mixEngine: once(async () => createFfmpegEngine({ ffmpegPath: (await ffmpeg()).path, tagMp3 })),
    stings: once(() => writeStings(join(settings.home, 'music'))),
    cover: once(async () => {
      const { path } = await ffmpeg()
      return createCoverArtist({ toJpeg: (png, mostBytes) => encodeJpeg(path, png, mostBytes) })
    }),
    async check(order) {
      const faults = [...faultsOf(order), ...(await castFaults(order, speech))]
      if (faults.length > 0) throw new ConfigError(settings.configFile, faults)
    },
    async release() {
      await Promise.all([reader, ...models.values()].map(held => held.release()))
    }
  }
}

const once = <T>(make: () => Promise<T>): (() => Promise<T>) => {
  let made: Promise<T> | undefined
  return () => (made ??= make())
}

function choose<T>(choices: Record<string, T>, name: string, what: string): T {
  const choice = Object.hasOwn(choices, name) ? choices[name] : undefined
  if (choice === undefined)
    throw new Error(`There is no ${what} "${name}"; there is: ${Object.keys(choices).join(', ')}`)
  return choice
}

async function castFaults(
  { show, speech }: StandingOrder,
  load: (name: string) => Promise<SpeechModel>
): Promise<Fault[]> {
  if (!Object.hasOwn(SPEECH, speech)) return []
  return castHosts(show, await load(speech), PAIRS).faults.map(({ host, message }) => ({
    path: `shows.${show.id}.hosts[${host}].voice`,
    line: null,
    message
  }))
}

function faultsOf({ show, writer, speech }: StandingOrder): Fault[] {
  const faults: Fault[] = []
  const fault = (path: string, message: string) => void faults.push({ path, line: null, message })
  const among = (names: Iterable<string>) => `use one of: ${[...names].join(', ')}`
  if (!Object.hasOwn(WRITERS, writer))
    fault('writer', `there is no writer "${writer}"; ${among(Object.keys(WRITERS))}`)
  if (!Object.hasOwn(SPEECH, speech))
    fault('speech', `there is no speech "${speech}"; ${among(Object.keys(SPEECH))}`)
  if (!/^en\b/.test(show.language) && writer === 'builtin')
    fault(
      `shows.${show.id}.language`,
      `the built-in writer and voices speak English, not "${show.language}"; use en`
    )
  if (!isAppleCategory(show.category, show.subcategory))
    fault(
      `shows.${show.id}.category`,
      `"${[show.category, show.subcategory].filter(Boolean).join(' > ')}" is not on Apple's list of categories; use for example News > Daily News`
    )
  return faults
}

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
      const { voices } = await loadVoices(join(settings.packageRoot, 'voices'))
      const flite = createFliteSpeech({ workers: 1 })
      try {
        const { samples, sampleRateHz } = await flite.render({
          text: 'Good morning.',
          voice: 'slt',
          speed: 1
        })
        return `${voices.map(({ id }) => id).join(', ')}; a test sentence gave ${(samples.length / sampleRateHz).toFixed(1)} s of sound`
      } finally {
        await flite.release()
      }
    },
    neural: probeOnnxRuntime,
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
