import { untilAborted } from '../../../domain/until-aborted.ts'
import type { WriterModel, WritingStep } from '../../../domain/writer.ts'
import {
  GenerationError,
  type Answer,
  type GenerationFault,
  type LanguageModel,
  type Question
} from '../ports.ts'
import { addSpent, costOf, estimateTokens, type Spent } from './budget.ts'
import type { Ledger } from './ledger.ts'

/** A model that may be asked: it is made when its turn comes. */
export interface Seat {
  wish: WriterModel
  /** For the report, until the model tells its own; that of the wish where absent. */
  name?: string
  open(options: { signal: AbortSignal }): Promise<LanguageModel>
}

/** Who sits there, and how it fared. */
export interface Player {
  readonly seat: Seat
  name: string
  model: LanguageModel | null
  out: boolean
  spent: Spent
  strikes: number
  failedAsks: Map<WritingStep, number>
  failedStories: number
}

export const createPlayer = (seat: Seat): Player => ({
  seat,
  name: seat.name ?? seat.wish.model,
  model: null,
  out: false,
  spent: { tokens: 0, dollars: 0 },
  strikes: 0,
  failedAsks: new Map(),
  failedStories: 0
})

/** Asks it no more. */
export function giveWay(player: Player, reason: string, ledger: Ledger): void {
  player.out = true
  ledger.gaveWay(player.name, reason)
}

const DEFAULT_SECONDS = 300
const secondsOf = ({ seat: { wish } }: Player): number => wish.seconds ?? DEFAULT_SECONDS

/** The question was read, and somebody pays for it. */
const READ: ReadonlySet<GenerationFault> = new Set(['timeout', 'cut-off', 'refusal', 'empty', 'unreadable'])

/** Runs with the time that one call may take. Throws the signal's reason; says of any other error whether it was late. */
async function inTime<T>(
  player: Player,
  signal: AbortSignal,
  work: (either: AbortSignal) => Promise<T>
): Promise<{ value: T } | { error: unknown; late: boolean }> {
  const limit = AbortSignal.timeout(secondsOf(player) * 1000)
  const either = AbortSignal.any([signal, limit])
  try {
    return { value: await untilAborted(work(either), [either]) }
  } catch (error) {
    signal.throwIfAborted()
    return { error, late: limit.aborted }
  }
}

/** Its model, made at the first call; null where it cannot be had, and then it is asked no more. Throws the signal's reason. */
export async function openModel(
  player: Player,
  ledger: Ledger,
  signal: AbortSignal
): Promise<LanguageModel | null> {
  if (player.model !== null) return player.model
  const opened = await inTime(player, signal, async either => player.seat.open({ signal: either }))
  if ('value' in opened) {
    player.model = opened.value
    player.name = opened.value.name
    return player.model
  }
  ledger.failed(player.name, 'unusable')
  const late = `not ready within ${secondsOf(player)} s`
  giveWay(player, opened.late ? late : messageOf(opened.error), ledger)
  return null
}

export type Outcome = { answer: Answer } | { answer?: undefined; fault: GenerationFault; why: string }

/** One question, in time, and counted: also where it fails. Throws the signal's reason. */
export async function askOnce(
  player: Player,
  model: LanguageModel,
  question: Question,
  { ledger, signal }: { ledger: Ledger; signal: AbortSignal }
): Promise<Outcome> {
  const { wish } = player.seat
  const outcome = await inTime(player, signal, async either => model.answer(question, { signal: either }))
  if ('value' in outcome) {
    const answer = outcome.value
    player.spent = addSpent(player.spent, wish, answer)
    ledger.answered(player.name, answer, costOf(wish, answer))
    return { answer }
  }
  const { error, late } = outcome
  const fault = late ? 'timeout' : error instanceof GenerationError ? error.fault : 'server-error'
  ledger.failed(player.name, fault)
  if (READ.has(fault)) {
    const lost = { ...estimateTokens(question), answerTokens: 0 }
    player.spent = addSpent(player.spent, wish, lost)
    ledger.lost(player.name, lost.promptTokens, costOf(wish, lost))
  }
  return { fault, why: late ? `no answer within ${secondsOf(player)} s` : messageOf(error) }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
