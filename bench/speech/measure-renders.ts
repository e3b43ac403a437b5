import { openSpeech } from './open-speech.ts'
import type { OursSetup, RendersRun } from './tasks.ts'

const EVERY = 50

/** Many short renders through one pool, and what is resident after every fifty. */
export async function measureRenders(
  setup: OursSetup,
  count: number,
  sentences: readonly string[]
): Promise<RendersRun> {
  const baseBytes = process.memoryUsage.rss()
  const speech = await openSpeech(setup)
  const voice = setup.family === 'kokoro' ? setup.voice : (speech.voices[0] ?? '')
  const points: RendersRun['points'] = []
  const before = performance.now()
  for (let done = 0; done < count; done += EVERY) {
    const texts = Array.from(
      { length: Math.min(EVERY, count - done) },
      (_, i) => sentences[(done + i) % sentences.length] ?? ''
    )
    await Promise.all(texts.map(text => speech.render({ text, voice, speed: 1 })))
    points.push({ renders: done + texts.length, rssBytes: process.memoryUsage.rss() })
    process.stderr.write(`${done + texts.length} `)
  }
  const wallSeconds = (performance.now() - before) / 1000
  await speech.release()
  const peakBytes = process.resourceUsage().maxRSS * 1024
  return { points, baseBytes, peakBytes, workers: speech.parallel, wallSeconds }
}
