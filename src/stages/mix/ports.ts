/** One take on the timeline. Clips follow each other; all of them are mono or read as mono. */
export interface Clip {
  /** Absolute path of a file that the engine can read. */
  path: string
  durationMs: number
  /** Constant gain that levels the voices against each other. */
  gainDb: number
  /** Silence after the clip; after the last one, the time until the end of the episode. */
  gapMs: number
}

/** Music on the same clock as the clips. Cues are in order and do not overlap each other. */
export interface Cue {
  /** Absolute path of a file that the engine can read. */
  path: string
  durationMs: number
  atMs: number
  gainDb: number
}

export interface MixPlan {
  /** Time before the first clip. */
  leadInMs: number
  clips: Clip[]
  /** Empty where the show has no music. */
  music: Cue[]
  durationMs: number
}

export interface Sting {
  /** Absolute path. */
  path: string
  durationMs: number
}

/** The show's own music: what is heard before the welcome and after the close. */
export interface Stings {
  opening: Sting
  closing: Sting
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
  /** BCP 47. */
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
  /** -Infinity or about -70 where nothing is heard. */
  loudnessLufs: number
  truePeakDbtp: number
  /** Longest stretch below -50 dBFS; 0 where none lasts a second. */
  longestSilenceMs: number
}

export interface MasterOptions {
  signal?: AbortSignal
  /** Called with 0 … 1, never falling. */
  onProgress?: (fraction: number) => void
}

export interface MixEngine {
  /**
   * Mixes, masters, encodes and tags to an MP3 at `outputPath` (absolute), and measures the result.
   * Throws a StageError where a file cannot be read or nothing is heard. Leaves no other file behind.
   */
  master(
    plan: MixPlan,
    target: LoudnessTarget,
    tags: Tags,
    outputPath: string,
    options?: MasterOptions
  ): Promise<MasterMeasures>
}
