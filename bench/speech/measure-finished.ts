import { planTurns } from '../../src/stages/render/measure-pace.ts'
import { renderTake } from '../../src/stages/render/render-take.ts'
import { createFliteSpeech } from '../../src/adapters/flite/flite-speech.ts'
import type { SpeechModel } from '../../src/stages/render/ports.ts'
import type { FinishedRun } from './tasks.ts'

const PASSES = 5

/** Flite on one thread, as the render stage has it: planned, said, trimmed, joined, levelled, a WAV; one turn after another. */
export async function measureFinished(turns: readonly string[]): Promise<FinishedRun> {
  const flite = createFliteSpeech({ workers: 1 })
  await renderTurns(turns, flite.voices[0] ?? '', flite)
  const voices = []
  for (const voice of flite.voices) {
    const passes = []
    for (let pass = 0; pass < PASSES; pass++) passes.push(await renderTurns(turns, voice, flite))
    passes.sort((a, b) => a.secondsPerMinute - b.secondsPerMinute)
    voices.push({ voice, ...(passes[Math.floor(PASSES / 2)] ?? passes[0]!) })
  }
  await flite.release()
  return { voices }
}

async function renderTurns(turns: readonly string[], voice: string, speech: SpeechModel) {
  const cpuBefore = process.cpuUsage()
  const before = performance.now()
  let speechSeconds = 0
  for (const { plan } of planTurns(turns, voice, { speechName: speech.name }))
    speechSeconds += (await renderTake(plan, speech)).info.durationMs / 1000
  const wallSeconds = (performance.now() - before) / 1000
  const { user, system } = process.cpuUsage(cpuBefore)
  const cpuSeconds = (user + system) / 1e6
  const secondsPerMinute = (Math.max(wallSeconds, cpuSeconds) * 60) / speechSeconds
  return { speechSeconds, wallSeconds, cpuSeconds, secondsPerMinute }
}
