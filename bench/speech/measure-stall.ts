import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { createSoundDesk } from '../../src/adapters/sound-desk/create-sound-desk.ts'
import { planTurns } from '../../src/stages/render/measure-pace.ts'
import { renderTake } from '../../src/stages/render/render-take.ts'
import { startLoopProbe } from './start-loop-probe.ts'
import { openSpeech } from './open-speech.ts'
import type { OursSetup, StallRun } from './tasks.ts'

const RESOLUTION_MS = 1

/** How long the main thread was deaf at worst while our pool rendered whole takes. */
export async function measureStall(setup: OursSetup, turns: readonly string[]): Promise<StallRun> {
  const speech = await openSpeech(setup)
  const desk = createSoundDesk()
  const voice = setup.family === 'kokoro' ? setup.voice : (speech.voices[0] ?? '')
  const plans = planTurns(turns, voice, { speechName: speech.name }).map(({ plan }) => plan)
  const renderAll = (): Promise<number[]> =>
    Promise.all(plans.map(async plan => (await renderTake(plan, speech, { desk })).info.durationMs / 1000))
  await renderTake(plans[0] ?? fail(), speech, { desk })
  const { value, delays } = await watchLoop(renderAll)
  await Promise.all([speech.release(), desk.release()])
  return {
    ...delays,
    audioSeconds: value.reduce((sum, seconds) => sum + seconds, 0),
    workers: speech.parallel
  }
}

/** The same clocks with nothing to do, beside threads that only count: what the machine itself takes away. */
export async function measureIdle(threads: number, seconds: number): Promise<StallRun> {
  const busy = Array.from({ length: threads }, () => new Worker('for (let i = 0; ; i++);', { eval: true }))
  await sleep(200)
  const { delays } = await watchLoop(() => sleep(seconds * 1000))
  await Promise.all(busy.map(thread => thread.terminate()))
  return { ...delays, audioSeconds: 0, workers: threads }
}

async function watchLoop<T>(work: () => Promise<T>) {
  const histogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
  const probe = startLoopProbe()
  histogram.enable()
  const before = performance.now()
  const value = await work()
  const wallSeconds = (performance.now() - before) / 1000
  histogram.disable()
  return {
    value,
    delays: {
      wallSeconds,
      maxMs: histogram.max / 1e6 - RESOLUTION_MS,
      p99Ms: histogram.percentile(99) / 1e6 - RESOLUTION_MS,
      ...probe.stop()
    }
  }
}

const fail = (): never => {
  throw new Error('there is no turn to render')
}
