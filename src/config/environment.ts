/** The environment variables that Duologue knows; nothing else of the project reads the environment. */
export interface Environment {
  home: string | undefined
  config: string | undefined
  redisUrl: string | undefined
  publicUrl: string | undefined
  /** What Prometheus shows to read the metrics. */
  metricsToken?: string | undefined
  /** What podping.cloud gave to who publishes. */
  podpingToken?: string | undefined
  /** What webhooks are signed with. */
  webhookSecret?: string | undefined
  /** What programs show to ask for episodes. */
  apiToken?: string | undefined
  ffmpegPath: string | undefined
  /** For a speech server or Azure. */
  speechKey: string | undefined
  /** For a server that writes. */
  writerKey: string | undefined
  /** A mirror of Hugging Face, without a slash at the end. */
  hfEndpoint: string | undefined
  /** Where a system ffmpeg is looked for. */
  pathEnv: string
}

const set = (value: string | undefined) =>
  value === undefined || value.trim() === '' ? undefined : value.trim()

export function readEnvironment(env: NodeJS.ProcessEnv = process.env): Environment {
  return {
    home: set(env.DUOLOGUE_HOME),
    config: set(env.DUOLOGUE_CONFIG),
    redisUrl: set(env.REDIS_URL),
    publicUrl: set(env.DUOLOGUE_PUBLIC_URL),
    metricsToken: set(env.DUOLOGUE_METRICS_TOKEN),
    podpingToken: set(env.DUOLOGUE_PODPING_TOKEN),
    webhookSecret: set(env.DUOLOGUE_WEBHOOK_SECRET),
    apiToken: set(env.DUOLOGUE_API_TOKEN),
    ffmpegPath: set(env.DUOLOGUE_FFMPEG),
    speechKey: set(env.DUOLOGUE_SPEECH_KEY),
    writerKey: set(env.DUOLOGUE_WRITER_KEY),
    hfEndpoint: set(env.HF_ENDPOINT)?.replace(/\/+$/, ''),
    pathEnv: env.PATH ?? ''
  }
}
