/** What one process measured of one contender. */
export interface SpeedRun {
  /** From the start of the process to the first sentence's audio, loading included. */
  coldSeconds: number
  /** Of the pass over the whole text, once all was loaded. */
  audioSeconds: number
  wallSeconds: number
  /** Of all cores, over the same pass. */
  cpuSeconds: number
  /** How many cores others kept busy meanwhile: more than a little, and the wall clock tells of them, not of this. */
  otherCores: number
  peakBytes: number
  /** Resident before the model was loaded. */
  baseBytes: number
  /** Threads that hold a session of their own. */
  workers: number
  /** How it was set, in words. */
  settings: string
}

/** A contender in all rounds. */
export interface Contended {
  contender: string
  runs: readonly SpeedRun[]
  /** Why there is no run. */
  notMeasured?: string
}
