/** One piece of audio on the timeline. */
export interface Clip {
  /** File that the engine can read. */
  path: string
  durationMs: number
  /** Constant gain that levels the voices against each other. */
  gainDb: number
  /** Silence after the clip. */
  gapMs: number
}

export interface MixPlan {
  clips: Clip[]
  /** Sound under or around the speech, on the same clock; null where the show has no music. */
  music: { path: string; gainDb: number; atMs: number[] } | null
  durationMs: number
}

export interface LoudnessTarget {
  loudnessLufs: number
  /** Highest true peak of the encoded file. */
  truePeakDbtp: number
}

export interface Tags {
  title: string
  artist: string
  album: string
  /** YYYY-MM-DD */
  date: string
  language: string
  comment: string
  /** JPEG */
  cover: Uint8Array
  chapters: { title: string; startMs: number; endMs: number }[]
}

/** Measured on the encoded file. */
export interface MasterMeasures {
  durationMs: number
  bytes: number
  sha256: string
  loudnessLufs: number
  truePeakDbtp: number
}

export interface MixEngine {
  /** Mixes, masters, encodes and tags to an MP3 at `outputPath`, and measures the result. */
  master(
    plan: MixPlan,
    target: LoudnessTarget,
    tags: Tags,
    outputPath: string,
    options?: { signal?: AbortSignal; onProgress?: (fraction: number) => void }
  ): Promise<MasterMeasures>
}
