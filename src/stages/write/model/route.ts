import { sha256 } from '../../../domain/hash.ts'
import type { WriterModel, WritingStep } from '../../../domain/writer.ts'
import {
  GenerationError,
  type Answer,
  type GenerationFault,
  type LanguageModel,
  type Question
} from '../ports.ts'
import type { Ledger } from './ledger.ts'
import type { Read, UnusableAnswer } from './read-answer.ts'

/** A model that may be asked: it is made when its turn comes. */
export interface Seat {
  wish: WriterModel
  open(): Promise<LanguageModel>
}

export interface Ask<T> {
  step: WritingStep
  /** Gives the question; `reason`: what was wrong with the last answer, else empty. */
  question(
    reason: string,
    model: LanguageModel
  ): Pick<Question, 'system' | 'prompt' | 'schema' | 'mostTokens'>
  read(text: string): Read<T>
  /** The same for the same question on the same day. */
  seed: string
}

export interface Route {
  /** Asks the models in their order; null where none gave an answer that can be used. */
  ask<T>(ask: Ask<T>): Promise<{ value: T; by: string } | null>
  /** Tells how a model's story fared: one that keeps failing the checks gives way. */
  judge(by: string, passed: boolean): void
  /** Is there a model left that may be asked for this step? */
  has(step: WritingStep): boolean
}

const TRIES = 2
const MOST_STRIKES = 2
const MOST_FAILED_ASKS = 3
const MOST_FAILED_STORIES = 2
const DEFAULT_SECONDS = 300

/** Ends it for this model at once; nothing that is said to it will help. */
const FINAL: ReadonlySet<GenerationFault> = new Set(['rejected'])
/** Of the model's surroundings: twice, and it is asked no more. */
const STRIKES: ReadonlySet<GenerationFault> = new Set([
  'unreachable',
  'rate-limit',
  'server-error',
  'timeout'
])

interface Player {
  seat: Seat
  name: string
  model: LanguageModel | null
  out: boolean
  strikes: number
  failedAsks: number
  failedStories: number
}

/** Sends each question to the first model that may answer it, and to the next where it fails. */
export function createRoute(seats: readonly Seat[], ledger: Ledger, signal: AbortSignal): Route {
  const players = seats.map((seat): Player => ({
    seat,
    name: seat.wish.model,
    model: null,
    out: false,
    strikes: 0,
    failedAsks: 0,
    failedStories: 0
  }))
  const giveWay = (player: Player, reason: string): void => {
    player.out = true
    ledger.gaveWay(player.name, reason)
  }
  const serves = ({ seat, out }: Player, step: WritingStep): boolean =>
    !out && (seat.wish.steps?.includes(step) ?? true)

  async function openModel(player: Player): Promise<LanguageModel | null> {
    try {
      player.model ??= await player.seat.open()
      player.name = player.model.name
      return player.model
    } catch (error) {
      signal.throwIfAborted()
      ledger.failed(player.name, 'unusable')
      giveWay(player, messageOf(error))
      return null
    }
  }

  /** Is there a budget, and is it used up? */
  function overBudget({ name, seat: { wish } }: Player): string | null {
    const { tokens, dollars } = ledger.spent(name)
    if (wish.tokens !== undefined && tokens >= wish.tokens)
      return `its budget of ${wish.tokens} tokens is used up (${tokens})`
    if (wish.dollars !== undefined && dollars >= wish.dollars)
      return `its budget of $${wish.dollars} is used up ($${dollars.toFixed(4)})`
    return null
  }

  async function askOnce<T>(
    player: Player,
    model: LanguageModel,
    ask: Ask<T>,
    reason: string,
    attempt: number
  ) {
    const seconds = player.seat.wish.seconds ?? DEFAULT_SECONDS
    const limit = AbortSignal.timeout(seconds * 1000)
    const question = { step: ask.step, seed: seedOf(ask.seed, attempt), ...ask.question(reason, model) }
    try {
      const answer = await model.answer(question, { signal: AbortSignal.any([signal, limit]) })
      ledger.answered(player.name, answer, costOf(player.seat.wish, answer))
      return { answer }
    } catch (error) {
      signal.throwIfAborted()
      const fault: GenerationFault = limit.aborted
        ? 'timeout'
        : error instanceof GenerationError
          ? error.fault
          : 'server-error'
      ledger.failed(player.name, fault)
      const why = fault === 'timeout' ? `no answer within ${seconds} s` : messageOf(error)
      return { fault, why }
    }
  }

  function strike(player: Player, fault: GenerationFault, why: string): void {
    if (FINAL.has(fault)) giveWay(player, why)
    else if (STRIKES.has(fault) && ++player.strikes >= MOST_STRIKES) giveWay(player, why)
  }

  async function askPlayer<T>(player: Player, ask: Ask<T>): Promise<{ value: T } | null> {
    let reason = ''
    for (let attempt = 0; attempt < TRIES && !player.out; attempt++) {
      const spent = overBudget(player)
      if (spent !== null) {
        giveWay(player, spent)
        break
      }
      const model = await openModel(player)
      if (model === null) break
      const outcome = await askOnce(player, model, ask, reason, attempt)
      if (outcome.answer === undefined) {
        strike(player, outcome.fault, outcome.why)
        if (outcome.fault === 'too-long') break
        continue
      }
      const read = ask.read(outcome.answer.text)
      ledger.facts(player.name, model.facts?.() ?? {})
      if ('value' in read) {
        ledger.noted(player.name, read.notes ?? [])
        player.failedAsks = 0
        return { value: read.value }
      }
      const fault = faultOf(read, outcome.answer)
      ledger.failed(player.name, fault)
      reason = read.message
    }
    player.failedAsks++
    if (player.failedAsks >= MOST_FAILED_ASKS && !player.out)
      giveWay(player, `${MOST_FAILED_ASKS} questions in a row had no answer that could be used`)
    return null
  }

  return {
    async ask(ask) {
      for (const player of players) {
        signal.throwIfAborted()
        if (!serves(player, ask.step)) continue
        const found = await askPlayer(player, ask)
        if (found === null) continue
        ledger.wrote(ask.step, player.name)
        return { value: found.value, by: player.name }
      }
      return null
    },
    judge(by, passed) {
      const player = players.find(({ name }) => name === by)
      if (player === undefined) return
      player.failedStories = passed ? 0 : player.failedStories + 1
      if (player.failedStories >= MOST_FAILED_STORIES && !player.out)
        giveWay(player, `${MOST_FAILED_STORIES} stories in a row failed the checks`)
    },
    has: step => players.some(player => serves(player, step))
  }
}

const faultOf = ({ fault }: UnusableAnswer, { ended }: Answer): string =>
  !ended && fault === 'broken-json' ? 'cut-off' : fault

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** Another one for the second try: the same would have the same answer. */
const seedOf = (seed: string, attempt: number): number =>
  parseInt(sha256(`${seed} ${attempt}`).slice(0, 7), 16)

const costOf = ({ price }: WriterModel, { promptTokens, answerTokens }: Answer): number =>
  price === undefined ? 0 : (promptTokens * price.prompt + answerTokens * price.answer) / 1e6
