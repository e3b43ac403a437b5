import type { ContenderSetup } from './contenders/contender.ts'
import type { SpeedRun } from './speed-run.ts'

export const CONTENDERS = ['our pool', 'one session, all cores', 'kokoro-js', 'sherpa-onnx-node'] as const
export type ContenderName = (typeof CONTENDERS)[number]

export type OursSetup = Pick<ContenderSetup, 'device' | 'workers'> &
  ({ family: 'flite' } | { family: 'kokoro' | 'piper'; model: string; voice: string })

export type Task =
  | { kind: 'speed'; contender: ContenderName; setup: ContenderSetup; sentences: readonly string[] }
  | { kind: 'stall'; setup: OursSetup; turns: readonly string[] }
  | { kind: 'idle'; threads: number; seconds: number }
  | { kind: 'renders'; setup: OursSetup; count: number; sentences: readonly string[] }
  | { kind: 'finished'; turns: readonly string[] }

export interface StallRun {
  /** Of the main thread's timers, by perf_hooks and by a timer of our own. */
  maxMs: number
  p99Ms: number
  probeMaxMs: number
  /** Of the main thread's own work, waiting for a core left out; null where the system does not tell. */
  ownWorkMaxMs: number | null
  wallSeconds: number
  audioSeconds: number
  workers: number
}

export interface RendersRun {
  points: { renders: number; rssBytes: number }[]
  baseBytes: number
  peakBytes: number
  workers: number
  wallSeconds: number
}

export interface FinishedRun {
  voices: {
    voice: string
    speechSeconds: number
    wallSeconds: number
    cpuSeconds: number
    /** By the longer of wall clock and processor time. */
    secondsPerMinute: number
  }[]
}

export interface TaskResult {
  speed: SpeedRun
  stall: StallRun
  idle: StallRun
  renders: RendersRun
  finished: FinishedRun
}
