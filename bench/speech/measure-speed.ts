import { cpus } from 'node:os'
import type { Contender } from './contenders/contender.ts'
import type { SpeedRun } from './speed-run.ts'

/** Enough for every worker to have loaded its model, whichever of them takes what. */
const WARM_UP = ['Good morning, and welcome.', 'Here is the news of the day.', 'We begin on the coast.']

/** In a process of its own: the first sentence, then the whole text. `startedMs` is when the process was asked for. */
export async function measureSpeed(
  open: () => Promise<Contender>,
  sentences: readonly string[],
  startedMs: number
): Promise<SpeedRun> {
  const baseBytes = process.memoryUsage.rss()
  const contender = await open()
  await contender.say(sentences.slice(0, 1))
  const coldSeconds = (Date.now() - startedMs) / 1000
  await contender.say(Array.from({ length: contender.workers }, () => WARM_UP).flat())
  const busyBefore = busyCoreSeconds()
  const cpuBefore = process.cpuUsage()
  const before = performance.now()
  const audioSeconds = await contender.say(sentences)
  const wallSeconds = (performance.now() - before) / 1000
  const { user, system } = process.cpuUsage(cpuBefore)
  const cpuSeconds = (user + system) / 1e6
  const otherCores = Math.max(0, busyCoreSeconds() - busyBefore - cpuSeconds) / wallSeconds
  const { settings, workers } = contender
  await contender.release()
  const peakBytes = process.resourceUsage().maxRSS * 1024
  return {
    coldSeconds,
    audioSeconds,
    wallSeconds,
    cpuSeconds,
    otherCores,
    peakBytes,
    baseBytes,
    workers,
    settings
  }
}

/** Of all cores and processes since the machine started. */
const busyCoreSeconds = (): number =>
  cpus().reduce((sum, { times }) => sum + times.user + times.nice + times.sys + times.irq, 0) / 1000
