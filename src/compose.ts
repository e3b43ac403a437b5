import { join } from 'node:path'
import type { Settings } from './config/load-settings.ts'
import { ConfigError, type Fault } from './config/config-error.ts'
import type { Library } from './domain/library.ts'
import type { StandingOrder } from './domain/standing-order.ts'
import type { Pace, Voice } from './domain/voice.ts'
import { StageError } from './domain/stage-error.ts'
import { modelsOf, type WriterWish } from './domain/writer.ts'
import type { Show } from './domain/show.ts'
import { createAnnouncements } from './adapters/announce/create-announcements.ts'
import { findFfmpeg } from './adapters/ffmpeg/find-ffmpeg.ts'
import { createFileLibrary } from './adapters/library/create-file-library.ts'
import { createSoundDesk } from './adapters/sound-desk/create-sound-desk.ts'
import { createModelStore } from './adapters/models/create-model-store.ts'
import { loadModelCards } from './adapters/models/load-model-cards.ts'
import { createPaceBook } from './adapters/paces/create-pace-book.ts'
import { loadVoices } from './adapters/voices/load-voices.ts'
import type { VoicePairs } from './adapters/voices/voice-pairs.ts'
import { createNewsroom, type Newsroom } from './compose-news.ts'
import { createSpeechShelf, type SpeechShelf } from './compose-speech.ts'
import { createWriterShelf } from './compose-writer.ts'
import type { ModelStore } from './domain/model-store.ts'
import { buildShelf, type ShelfVoice } from './stages/render/build-shelf.ts'
import { lexiconFor } from './stages/render/lexicon-for.ts'
import type { SaidText, SayRequest } from './stages/render/say-text.ts'
import type { MixEngine, Stings } from './stages/mix/ports.ts'
import type { Announcements, CoverArtist } from './stages/publish/ports.ts'
import { isAppleCategory } from './stages/publish/apple-categories.ts'
import type { SoundDesk, SpeechModel } from './stages/render/ports.ts'
import { castHosts, type Cast, type CastFault } from './stages/render/cast-hosts.ts'
import type { Lexicon } from './stages/render/plan-take.ts'
import { faultOfBuiltin } from './stages/write/formats/formats.ts'
import type { Writer } from './stages/write/ports.ts'

/** What the stages need from the world, made when it is first asked for. */
export interface Ports extends Newsroom {
  library: Library
  /** The cards of the voices that are known by name. */
  voices: readonly Voice[]
  /** The models that can be pulled, and those that are installed. */
  models: ModelStore
  /** Good pairs of voices, for each kind of speech. */
  pairs: VoicePairs
  /** How words are said that the model would get wrong, and what the show says of it. */
  lexicon(show: Pick<Show, 'lexicon'>, speech: SpeechModel): Lexicon
  writer(wish: WriterWish): Promise<Writer>
  /** The best speech that is installed and has the voices of the show, where the order leaves the choice. */
  chooseSpeech(order: StandingOrder): Promise<string>
  speech(name: string): Promise<SpeechModel>
  desk: SoundDesk
  /** Who speaks with which voice. Throws a StageError where a voice does not exist. */
  cast(show: Show, speech: SpeechModel): Cast
  /** How fast a voice speaks; measured once for each model. */
  pace(speech: SpeechModel, voice: string): Promise<Pace>
  /** Every voice that there is or could be. */
  shelf(): Promise<ShelfVoice[]>
  /** Says a text as a turn of that show would be said. */
  say(wish: SayRequest & { speech: string; show: Show; signal?: AbortSignal }): Promise<SaidText>
  mixEngine(): Promise<MixEngine>
  stings(): Promise<Stings>
  cover(): Promise<CoverArtist>
  /** Who is told of an episode. Throws a ConfigError where an address, a token or a secret is missing. */
  announcements(): Announcements
  /** Throws a ConfigError where an order names a writer, speech, voice or category that does not exist. */
  check(order: StandingOrder): Promise<void>
  release(): Promise<void>
}

/**
 * The only place that chooses an implementation for a port. What is large is loaded when it is first asked for: a
 * morning with nothing to tell needs neither writer nor voice. `note`: told what a person should know.
 */
export async function compose(settings: Settings, note: (text: string) => void = () => {}): Promise<Ports> {
  const { voices, lexicons, pairs } = await loadVoices(join(settings.packageRoot, 'voices'))
  const ffmpeg = once(() => findFfmpeg({ path: settings.ffmpegPath, pathEnv: settings.pathEnv }))
  const newsroom = createNewsroom(settings)
  const announcements = once(() => createAnnouncements(settings))
  const modelsDir = join(settings.home, 'models')
  const models = createModelStore({
    dir: modelsDir,
    cards: await loadModelCards(join(settings.packageRoot, 'models')),
    endpoint: settings.hfEndpoint
  })
  const shelf = createSpeechShelf(settings, models, note)
  const writers = createWriterShelf(settings, models, note)
  const book = createPaceBook(join(modelsDir, 'paces.json'))
  const desk = createSoundDesk()
  const findPace = once(async () => {
    const { createPaceFinder } = await import('./stages/render/find-pace.ts')
    return createPaceFinder(voices, book, note)
  })
  const lexicon = (show: Pick<Show, 'lexicon'>, { family, abilities }: SpeechModel): Lexicon =>
    lexiconFor({ lexicons, show, family, phonemes: abilities.phonemes })
  const castOf = (show: Pick<Show, 'hosts'>, speech: SpeechModel) =>
    castHosts(show, speech, speech.family === 'tone' ? [] : pairs[speech.family])

  return {
    library: createFileLibrary(settings.home),
    ...newsroom,
    voices,
    models,
    pairs,
    lexicon,
    writer: writers.load,
    speech: shelf.load,
    desk,
    async chooseSpeech({ show, speech }) {
      if (speech !== 'auto') return speech
      for (const name of await shelf.installed()) {
        const fault = await shelf.load(name).then(
          model => castOf(show, model).faults[0]?.message,
          (error: Error) => error.message
        )
        if (fault === undefined) return name
        if (name !== 'flite') note(`${name} is installed, but ${show.id} cannot use it: ${fault}`)
      }
      return 'flite'
    },
    cast(show, speech) {
      const { cast, faults } = castOf(show, speech)
      if (faults.length === 0) return cast
      const said = faults.map(({ host, message }) => `host "${show.hosts[host]?.name}": ${message}`)
      throw new StageError('render', said.join('; '), { retryable: false })
    },
    pace: async (speech, voice) => (await findPace())(speech, voice, { lexicon: lexicon({}, speech) }),
    async shelf() {
      const installed = await Promise.all(
        (await shelf.installed()).map(async speech => ({ speech, model: await shelf.load(speech) }))
      )
      const wayToGet = ({ id, model }: Voice): string | null => {
        const card = models.cards.find(card => card.id === `${model}:${id}` || card.id === model)
        return card === undefined ? null : `duologue models pull ${card.id}`
      }
      return buildShelf({ cards: voices, installed, wayToGet, paceOf: book.find })
    },
    async say({ speech, show, signal, ...wish }) {
      const model = await shelf.load(speech)
      const { sayText } = await import('./stages/render/say-text.ts')
      return sayText(model, wish, { lexicon: lexicon(show, model), signal })
    },
    mixEngine: once(async () => {
      const { createFfmpegEngine } = await import('./adapters/ffmpeg/create-ffmpeg-engine.ts')
      const { tagMp3 } = await import('./adapters/id3/tag-mp3.ts')
      return createFfmpegEngine({ ffmpegPath: (await ffmpeg()).path, tagMp3 })
    }),
    stings: once(async () => {
      const { writeStings } = await import('./adapters/sting/write-stings.ts')
      return writeStings(join(settings.home, 'music'))
    }),
    cover: once(async () => {
      const { createCoverArtist } = await import('./adapters/cover/create-cover-artist.ts')
      const { encodeJpeg } = await import('./adapters/ffmpeg/encode-jpeg.ts')
      const { path } = await ffmpeg()
      return createCoverArtist({ toJpeg: (...picture) => encodeJpeg(path, ...picture) })
    }),
    announcements,
    async check(order) {
      announcements()
      const faults = faultsOf(order)
      const unwritable = (await writers.faults(order.writer)).map(message => ({
        path: 'writer',
        line: null,
        message
      }))
      const unspeakable = await speechFaults(order, shelf, castOf)
      const namedIn = [
        ...(faults.length > 0 ? [settings.configFile] : []),
        ...(unwritable.length > 0 ? [settings.writerNamedIn] : []),
        ...(unspeakable.length > 0 ? [settings.speechNamedIn] : [])
      ]
      const [file] = namedIn
      if (file !== undefined) throw new ConfigError(file, [...faults, ...unwritable, ...unspeakable])
    },
    async release() {
      await Promise.all([newsroom.release(), shelf.release(), writers.release(), desk.release()])
    }
  }
}

const once = <T extends object>(make: () => T): (() => T) => {
  let made: T | undefined
  return () => (made ??= make())
}

/** What of the speech cannot be had. A server that is down is no fault of the configuration. */
async function speechFaults(
  { show, speech }: StandingOrder,
  shelf: SpeechShelf,
  castOf: (show: Show, speech: SpeechModel) => { faults: CastFault[] }
): Promise<Fault[]> {
  try {
    return castOf(show, await shelf.load(speech)).faults.map(({ host, message }) => ({
      path: `shows.${show.id}.hosts[${host}].voice`,
      line: null,
      message
    }))
  } catch (error) {
    if (!(error instanceof StageError) || error.retryable) throw error
    return [{ path: 'speech', line: null, message: error.message }]
  }
}

function faultsOf({ show, writer }: StandingOrder): Fault[] {
  const faults: Fault[] = []
  const fault = (path: string, message: string) => void faults.push({ path, line: null, message })
  const unbuiltin = modelsOf(writer).length === 0 ? faultOfBuiltin(show) : null
  if (unbuiltin !== null) fault(`shows.${show.id}.format`, unbuiltin)
  if (!/^en\b/.test(show.language))
    fault(
      `shows.${show.id}.language`,
      `the writers are checked, and the voices speak, in English, not in "${show.language}"; use en`
    )
  if (!isAppleCategory(show.category, show.subcategory))
    fault(
      `shows.${show.id}.category`,
      `"${[show.category, show.subcategory].filter(Boolean).join(' > ')}" is not on Apple's list of categories; use for example News > Daily News`
    )
  return faults
}
