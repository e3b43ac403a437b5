import { existsSync, readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Show } from '../domain/show.ts'
import type { WriterWish } from '../domain/writer.ts'
import { ConfigError } from './config-error.ts'
import { readEnvironment, type Environment } from './environment.ts'
import type { DEVICES, WRITER_DEVICES } from './config-schema.ts'
import { parseConfig } from './parse-config.ts'
import { resolveShow } from './resolve-show.ts'
import { absoluteSpeech } from './speech-choice.ts'
import { absoluteWriter } from './writer-choice.ts'

/** What the command line says; it wins over the environment, which wins over the file. */
export interface SettingsOptions {
  home?: string
  config?: string
  publicUrl?: string
  writer?: string
  speech?: string
}

/** Who may listen, and how often. */
export interface ServerSettings {
  /** Does everything lie under a token of each listener's? */
  isPrivate: boolean
  listeners: string[]
  /** Of one address; 0 for no limit. */
  requestsPerMinute: number
  /** How many of one's own stand before the server. */
  proxies: number
  metricsToken: string | undefined
  /** Opens the API, where there is one. */
  apiToken: string | undefined
}

/** Who is told that an episode is out; whether that can be done says `planAnnounce`. */
export interface AnnounceSettings {
  hubs: string[]
  podping: boolean
  podpingUrl: string
  podpingToken: string | undefined
  /** `shows`: ids; all of them where it is absent. */
  webhooks: { url: string; shows?: string[] }[]
  webhookSecret: string | undefined
}

/** All that is configured, from the command line, the environment and duologue.yaml. */
export interface Settings {
  home: string
  configFile: string
  shows: Show[]
  /** As `parseWriterChoice` reads its names, with absolute paths. */
  writer: WriterWish
  /** What names it: the file of the configuration, or the option. */
  writerNamedIn: string
  writerKey: string | undefined
  writerDevice: (typeof WRITER_DEVICES)[number]
  /** As `parseSpeechChoice` reads it, with absolute paths. */
  speech: string
  /** What names it: the file of the configuration, or the option. */
  speechNamedIn: string
  speechDevice: (typeof DEVICES)[number]
  /** Chosen by cores and memory where undefined. */
  speechWorkers: number | undefined
  speechKey: string | undefined
  hfEndpoint: string | undefined
  redisUrl: string | undefined
  /** Without a slash at the end; undefined where nobody configured one. */
  publicUrl: string | undefined
  server: ServerSettings
  announce: AnnounceSettings
  allowPrivateAddresses: boolean
  /** Of a home network: `parseAddressRule` reads each. */
  allowAddresses: string[]
  /** Are the pages of chosen stories read? */
  readPages: boolean
  ffmpegPath: string | undefined
  pathEnv: string
  packageRoot: string
}

/** Where the feed's addresses point when nobody configured an address: the port of `duologue serve`. */
export const LOCAL_URL = 'http://localhost:7474'

export const packageRoot = fileURLToPath(new URL('../../', import.meta.url))
export const DEMO_CONFIG = resolve(packageRoot, 'samples/demo.yaml')

/** Reads and validates everything; throws a ConfigError with every fault. */
export function loadSettings(
  options: SettingsOptions = {},
  environment: Environment = readEnvironment()
): Settings {
  const configFile = resolve(options.config ?? environment.config ?? 'duologue.yaml')
  const config = parseConfig(readConfigFile(configFile), configFile)
  return {
    home: resolve(options.home ?? environment.home ?? 'data'),
    configFile,
    shows: Object.entries(config.shows).map(([id, show]) => resolveShow(id, show, configFile)),
    writer:
      options.writer === undefined
        ? absoluteWriter(config.writer.wish, dirname(configFile))
        : absoluteWriter(options.writer, process.cwd()),
    writerNamedIn: options.writer === undefined ? configFile : '--writer',
    writerKey: environment.writerKey,
    writerDevice: config.writer.device,
    speech:
      options.speech === undefined
        ? absoluteSpeech(config.speech.model, dirname(configFile))
        : absoluteSpeech(options.speech, process.cwd()),
    speechNamedIn: options.speech === undefined ? configFile : '--speech',
    speechDevice: config.speech.device,
    speechWorkers: config.speech.workers,
    speechKey: environment.speechKey,
    hfEndpoint: environment.hfEndpoint,
    redisUrl: environment.redisUrl,
    publicUrl: (options.publicUrl ?? environment.publicUrl ?? config.server.public_url)?.replace(/\/+$/, ''),
    server: {
      isPrivate: config.server.private,
      listeners: config.server.listeners,
      requestsPerMinute: config.server.requests_per_minute,
      proxies: config.server.proxies,
      metricsToken: environment.metricsToken,
      apiToken: checkedApiToken(environment.apiToken)
    },
    announce: {
      hubs: config.announce.websub,
      podping: config.announce.podping,
      podpingUrl: config.announce.podping_url,
      podpingToken: environment.podpingToken,
      webhooks: config.announce.webhooks.map(({ url, shows }) => ({ url, ...(shows ? { shows } : {}) })),
      webhookSecret: environment.webhookSecret
    },
    allowPrivateAddresses: config.fetch.private_addresses,
    allowAddresses: config.fetch.allow,
    readPages: config.fetch.pages,
    ffmpegPath: environment.ffmpegPath,
    pathEnv: environment.pathEnv,
    packageRoot
  }
}

const LEAST_TOKEN = 24

function checkedApiToken(token: string | undefined): string | undefined {
  if (token === undefined || (/^[\x21-\x7e]+$/.test(token) && token.length >= LEAST_TOKEN)) return token
  const message = `use at least ${LEAST_TOKEN} visible ASCII characters, as "openssl rand -hex 32" makes them`
  throw new ConfigError('the environment', [{ path: 'DUOLOGUE_API_TOKEN', line: null, message }])
}

/** A show with every default, for feeds named on the command line where nothing is configured: the demo's, without its feeds. */
export function loadPlainShow(): Show {
  const show = loadSettings({ config: DEMO_CONFIG }).shows[0]
  if (show === undefined) throw new Error(`${DEMO_CONFIG} has no show`)
  return { ...show, timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone }
}

/** For commands that work on what is in a library: without a configuration file there are simply no shows to name. */
export function loadLibrarySettings(
  options: SettingsOptions = {},
  environment: Environment = readEnvironment()
): Settings {
  const named = options.config ?? environment.config
  if (named !== undefined || existsSync('duologue.yaml')) return loadSettings(options, environment)
  return {
    ...loadSettings({ ...options, config: DEMO_CONFIG }, environment),
    configFile: resolve('duologue.yaml'),
    shows: []
  }
}

function readConfigFile(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    throw new ConfigError(file, [
      {
        path: '',
        line: null,
        message: missing
          ? 'there is no such file; name one with --config, or copy the duologue.yaml of the project'
          : (error as Error).message
      }
    ])
  }
}
