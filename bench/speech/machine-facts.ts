import { availableParallelism, cpus, loadavg, totalmem } from 'node:os'
import { env } from 'onnxruntime-node'

export interface MachineFacts {
  cpu: string
  cores: number
  /** Of the last minute, before the bench began: more than nothing is somebody else's work. */
  load: number
  memoryGiB: number
  platform: string
  node: string
  onnxruntime: string
}

export const machineFacts = (): MachineFacts => ({
  cpu: cpus()[0]?.model.trim() ?? 'unknown',
  cores: availableParallelism(),
  load: loadavg()[0] ?? Number.NaN,
  memoryGiB: Math.round(totalmem() / 2 ** 30),
  platform: `${process.platform} ${process.arch}`,
  node: process.versions.node,
  onnxruntime: env.versions.node ?? env.versions.common
})
