import type { Script } from '../../src/domain/script.ts'
import type { Take } from '../../src/domain/take.ts'

export interface ExampleTurn {
  segment: string
  durationMs?: number
  voice?: string
  speechLevelDbfs?: number
  /** Silence at both ends of the take. */
  edgesMs?: [number, number]
}

const idOf = (i: number): string => `t${String(i + 1).padStart(2, '0')}`

/** A script of these turns, whose hosts take turns, and a take of each. */
export function exampleMix(turns: ExampleTurn[]): { script: Script; takes: Take[] } {
  const segments = [...new Set(turns.map(turn => turn.segment))]
  const hostOf = (i: number) => (i % 2 === 0 ? 'Ada' : 'Ben')
  return {
    script: {
      inputHash: 'input',
      title: 'Sunday, and what it brought',
      language: 'en',
      writer: 'builtin',
      segments: segments.map(id => ({ id, kind: 'story', title: `About ${id}`, story: null })),
      turns: turns.map(({ segment }, i) => ({
        id: idOf(i),
        host: hostOf(i),
        kind: 'lead',
        segment,
        text: 'Words.',
        items: []
      }))
    },
    takes: turns.map(({ durationMs = 4000, voice, speechLevelDbfs = -20, edgesMs = [0, 0] }, i) => ({
      turn: idOf(i),
      host: hostOf(i),
      voice: voice ?? (i % 2 === 0 ? 'slt' : 'rms'),
      sha256: `take-${i + 1}`,
      durationMs,
      sampleRateHz: 16_000,
      speechLevelDbfs,
      spans: [{ text: 'Words.', startMs: edgesMs[0], endMs: durationMs - edgesMs[1] }]
    }))
  }
}
