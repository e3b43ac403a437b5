import type { Chapter, HeardTurn } from '../../domain/master.ts'
import type { Script, Turn } from '../../domain/script.ts'
import { StageError } from '../../domain/stage-error.ts'
import type { Take } from '../../domain/take.ts'
import { planChapters } from './plan-chapters.ts'
import { planGainsDb } from './plan-gains.ts'
import { leadingSilenceMs, planGapMs, trailingSilenceMs } from './plan-gaps.ts'
import type { Clip, Cue, MixPlan, Stings } from './ports.ts'

/** The welcome begins while the sting dies away. */
const STING_OVERLAP_MS = 700
const CLOSING_STING_GAP_MS = 350
const PLAIN_LEAD_IN_MS = 250
const PLAIN_TAIL_MS = 700
/** The stings are made at their level: below the speech. */
const STING_GAIN_DB = 0

/** Seconds of an episode in which nobody speaks, apart from the pauses between turns. */
export const soundSeconds = (music: boolean): number =>
  music ? 5.65 : (PLAIN_LEAD_IN_MS + PLAIN_TAIL_MS) / 1000

export interface MixInput {
  script: Script
  takes: Take[]
  music: Stings | null
  takePath: (sha256: string) => string
}

export interface PlannedMix {
  plan: MixPlan
  heard: HeardTurn[]
  chapters: Chapter[]
}

interface Spoken {
  turn: Turn
  take: Take
}

interface Placed extends Spoken {
  startMs: number
  /** Start of the next take; for the last one the end of speech. */
  nextMs: number
}

/** The take of every turn, in the script's order. Takes of turns that the script no longer has are left out. */
function pairTurns(script: Script, takes: Take[]): Spoken[] {
  const byTurn = new Map(takes.map(take => [take.turn, take]))
  return script.turns.map(turn => {
    const take = byTurn.get(turn.id)
    if (take) return { turn, take }
    const message = `turn ${turn.id} has no take: every turn of the script is rendered before the mix`
    throw new StageError('mix', message, { retryable: false })
  })
}

/** The silence that the script asks for after a turn, or else what a conversation wants; the silence at the ends of the takes is part of it. */
function gapMs(before: Spoken, after: Spoken): number {
  const { pauseMs } = before.turn
  if (pauseMs === undefined) return planGapMs(before, after)
  return Math.max(0, pauseMs - trailingSilenceMs(before.take) - leadingSilenceMs(after.take))
}

/** Start of each take in whole ms, and of what follows it. */
function placeTurns(spoken: Spoken[], leadInMs: number): Placed[] {
  let startMs = leadInMs
  return spoken.map((current, i) => {
    const next = spoken[i + 1]
    const endMs = startMs + current.take.durationMs
    const nextMs = Math.round(next ? endMs + gapMs(current, next) : endMs)
    const placed = { ...current, startMs, nextMs }
    startMs = nextMs
    return placed
  })
}

function hear({ turn, take, startMs }: Placed): HeardTurn {
  const at = (ms: number) => Math.round(startMs + ms)
  return {
    turn: turn.id,
    host: turn.host,
    startMs,
    endMs: at(take.durationMs),
    spans: take.spans.map(({ text, startMs, endMs, pauses = [] }) => ({
      text,
      startMs: at(startMs),
      endMs: at(endMs),
      pauses: pauses.map(([from, to]): [number, number] => [at(from), at(to)])
    }))
  }
}

function planCues(music: Stings | null, speechEndMs: number): Cue[] {
  if (!music) return []
  const closingAtMs = Math.max(speechEndMs + CLOSING_STING_GAP_MS, Math.ceil(music.opening.durationMs))
  return [
    { ...music.opening, atMs: 0, gainDb: STING_GAIN_DB },
    { ...music.closing, atMs: closingAtMs, gainDb: STING_GAIN_DB }
  ]
}

const endOf = ({ atMs, durationMs }: Cue): number => Math.round(atMs + durationMs)

/** Decides every level and every moment of the episode: what is heard when, in ms from its start. */
export function planMix({ script, takes, music, takePath }: MixInput): PlannedMix {
  const leadInMs = music ? Math.round(music.opening.durationMs - STING_OVERLAP_MS) : PLAIN_LEAD_IN_MS
  const placed = placeTurns(pairTurns(script, takes), leadInMs)
  const speechEndMs = placed.at(-1)?.nextMs ?? leadInMs
  const cues = planCues(music, speechEndMs)
  const durationMs = Math.max(speechEndMs + PLAIN_TAIL_MS, ...cues.map(endOf))
  const gainsDb = planGainsDb(placed.map(({ take }) => take))
  const clips = placed.map(({ take, startMs, nextMs }, i): Clip => ({
    path: takePath(take.sha256),
    durationMs: take.durationMs,
    gainDb: gainsDb.get(take.voice) ?? 0,
    gapMs: (i + 1 < placed.length ? nextMs : durationMs) - startMs - take.durationMs
  }))
  const heard = placed.map(hear)
  const chapters = planChapters(script, heard, durationMs)
  return { plan: { leadInMs, clips, music: cues, durationMs }, heard, chapters }
}
