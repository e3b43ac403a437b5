import { describe, expect, test } from 'vitest'
import type { Turn } from '../../src/domain/script.ts'
import { StageError } from '../../src/domain/stage-error.ts'
import { planMix } from '../../src/stages/mix/plan-mix.ts'
import { exampleMix, type ExampleTurn } from '../helpers/mix-example.ts'

const takePath = (sha256: string) => `/takes/${sha256}.wav`
const music = {
  opening: { path: '/music/opening.wav', durationMs: 2800 },
  closing: { path: '/music/closing.wav', durationMs: 3200 }
}

const plan = (turns: ExampleTurn[], withMusic = false) =>
  planMix({ ...exampleMix(turns), music: withMusic ? music : null, takePath })

const gapsOf = (turns: ExampleTurn[]) => plan(turns).plan.clips.map(clip => clip.gapMs)

describe('gaps', () => {
  test('are 250 to 400 ms within a segment, and not all the same', () => {
    const gaps = gapsOf(Array.from({ length: 12 }, () => ({ segment: 's1' }))).slice(0, -1)
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(249)
    expect(Math.max(...gaps)).toBeLessThanOrEqual(401)
    expect(new Set(gaps).size).toBeGreaterThan(6)
  })

  test('are about 900 ms between segments', () => {
    const gaps = gapsOf(Array.from({ length: 12 }, (_, i) => ({ segment: `s${i}` }))).slice(0, -1)
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(849)
    expect(Math.max(...gaps)).toBeLessThanOrEqual(951)
  })

  test('are shorter by the silence at the ends of the takes, so that what is heard stays the same', () => {
    const bare = gapsOf([{ segment: 'a' }, { segment: 'b' }])[0] ?? 0
    const edged = gapsOf([
      { segment: 'a', edgesMs: [0, 200] },
      { segment: 'b', edgesMs: [150, 0] }
    ])[0]
    expect(edged).toBeCloseTo(bare - 350, 0)
  })

  test('stay at a breath where the takes bring more silence than was wished for', () => {
    const [gap] = gapsOf([
      { segment: 'a', edgesMs: [0, 500] },
      { segment: 'a', edgesMs: [300, 0] }
    ])
    expect(gap).toBe(60)
  })

  test.each([
    [4000, [0, 0], 4000],
    [4000, [300, 500], 3200],
    [150, [0, 0], 150],
    [150, [300, 500], 0]
  ])(
    'are what the script asks for: %i ms, with the silence at the ends of the takes %j',
    (pauseMs, edgesMs, gapMs) => {
      const edges = edgesMs as [number, number]
      const { script, takes } = exampleMix([
        { segment: 'a', edgesMs: edges },
        { segment: 'b', edgesMs: edges }
      ])
      script.turns[0] = { ...script.turns[0], pauseMs } as Turn
      const { plan: mix, heard } = planMix({ script, takes, music: null, takePath })
      expect(mix.clips[0]?.gapMs).toBeCloseTo(gapMs, 0)
      expect((heard[1]?.spans[0]?.startMs ?? 0) - (heard[0]?.spans[0]?.endMs ?? 0)).toBe(
        Math.max(pauseMs, edges[0] + edges[1])
      )
    }
  )

  test('are the same for the same script', () => {
    const turns = [{ segment: 'a' }, { segment: 'a' }, { segment: 'b' }]
    expect(plan(turns, true)).toEqual(plan(turns, true))
  })
})

describe('gains', () => {
  const gainsOf = (turns: ExampleTurn[]) => plan(turns).plan.clips.map(clip => clip.gainDb)

  test('bring each voice to -20 dBFS', () => {
    const turns = [
      { segment: 'a', speechLevelDbfs: -15.4 },
      { segment: 'a', speechLevelDbfs: -21.3 }
    ]
    expect(gainsOf(turns)).toEqual([-4.6, 1.3])
  })

  test('are one per voice, from the mean power of its takes weighted by their length', () => {
    const turns = [
      { segment: 'a', voice: 'slt', speechLevelDbfs: -10, durationMs: 1000 },
      { segment: 'a', voice: 'slt', speechLevelDbfs: -20, durationMs: 9000 }
    ]
    expect(gainsOf(turns)).toEqual([-2.79, -2.79])
  })

  test.each([
    ['a whisper is not raised by more than 12 dB', -50, 12],
    ['a shout is not lowered by more than 12 dB', -2, -12]
  ])('%s', (_title, speechLevelDbfs, gainDb) => {
    expect(gainsOf([{ segment: 'a', speechLevelDbfs }])).toEqual([gainDb])
  })
})

describe('the timeline', () => {
  const turns: ExampleTurn[] = [
    { segment: 'open', durationMs: 4000.25, edgesMs: [100, 200] },
    { segment: 'open', durationMs: 2500.5 },
    { segment: 'one', durationMs: 7000.75 },
    { segment: 'end', durationMs: 1500 }
  ]

  test.each([
    ['without music', false],
    ['with music', true]
  ])('has every turn where its clip is, %s', (_title, withMusic) => {
    const { plan: mix, heard } = plan(turns, withMusic)
    let atMs = mix.leadInMs
    mix.clips.forEach((clip, i) => {
      expect(heard[i]?.startMs).toBeCloseTo(atMs, 6)
      expect(heard[i]?.endMs).toBe(Math.round(atMs + clip.durationMs))
      atMs += clip.durationMs + clip.gapMs
    })
    expect(atMs).toBeCloseTo(mix.durationMs, 6)
  })

  test('moves the sentences of a take to where they are heard', () => {
    const { heard } = plan(turns)
    expect(heard[0]).toEqual({
      turn: 't01',
      host: 'Ada',
      startMs: 250,
      endMs: 4250,
      spans: [{ text: 'Words.', startMs: 350, endMs: 4050, pauses: [] }]
    })
  })

  test('has a chapter for each segment: the first starts at 0, none leaves a hole, the last ends with the episode', () => {
    const { chapters, heard, plan: mix } = plan(turns, true)
    expect(chapters).toEqual([
      { segment: 'open', title: 'About open', startMs: 0, endMs: heard[2]?.startMs },
      { segment: 'one', title: 'About one', startMs: heard[2]?.startMs, endMs: heard[3]?.startMs },
      { segment: 'end', title: 'About end', startMs: heard[3]?.startMs, endMs: mix.durationMs }
    ])
  })

  test('has no chapter for a segment in which nothing is said', () => {
    const { script, takes } = exampleMix(turns)
    script.segments.push({ id: 'mute', kind: 'story', title: 'Mute', story: null })
    const { chapters } = planMix({ script, takes, music: null, takePath })
    expect(chapters.map(chapter => chapter.segment)).toEqual(['open', 'one', 'end'])
  })
})

describe('music', () => {
  test('opens the episode, dies away under the welcome, and follows the last word', () => {
    const { plan: mix, heard } = plan([{ segment: 'a' }, { segment: 'b' }], true)
    const lastWordMs = heard.at(-1)?.endMs ?? 0
    expect(mix.leadInMs).toBe(2100)
    expect(mix.music).toEqual([
      { path: '/music/opening.wav', durationMs: 2800, atMs: 0, gainDb: 0 },
      { path: '/music/closing.wav', durationMs: 3200, atMs: lastWordMs + 350, gainDb: 0 }
    ])
    expect(mix.durationMs).toBe(lastWordMs + 350 + 3200)
  })

  test('never overlaps itself, however short the episode', () => {
    const { plan: mix } = plan([{ segment: 'a', durationMs: 120 }], true)
    expect(mix.music[1]?.atMs).toBe(2800)
  })
})

describe('takes', () => {
  test('come in the order of the script, and those of turns that it no longer has are left out', () => {
    const { script, takes } = exampleMix([{ segment: 'a' }, { segment: 'a' }, { segment: 'a' }])
    script.turns = script.turns.filter(turn => turn.id !== 't02').reverse()
    const { plan: mix } = planMix({ script, takes, music: null, takePath })
    expect(mix.clips.map(clip => clip.path)).toEqual(['/takes/take-3.wav', '/takes/take-1.wav'])
  })

  test('that are missing are named', () => {
    const { script, takes } = exampleMix([{ segment: 'a' }, { segment: 'a' }])
    const mix = () => planMix({ script, takes: takes.slice(0, 1), music: null, takePath })
    expect(mix).toThrow(StageError)
    expect(mix).toThrow('turn t02 has no take')
  })
})
