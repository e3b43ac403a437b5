import type { InferenceSession } from 'onnxruntime-node'
import type { Device } from './device.ts'

/**
 * One thread a session, for the pool has as many sessions as cores. Measured on Kokoro, 2 cores: without the arena a run takes 1.3
 * times as long; memory patterns keep one plan for each length, 100 MB for nothing; `extended`, denormals and spinning change less
 * than the noise; a thread that spins takes its core from another session.
 */
export const sessionOptions = (device: Device): InferenceSession.SessionOptions => ({
  executionProviders: [device],
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  executionMode: 'sequential',
  graphOptimizationLevel: 'all',
  enableCpuMemArena: true,
  enableMemPattern: false,
  logSeverityLevel: 4,
  extra: { session: { intra_op: { allow_spinning: '0' }, set_denormal_as_zero: '1' } }
})
