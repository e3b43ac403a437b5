import { sha256 } from '../../../domain/hash.ts'
import type { WritingStep } from '../../../domain/writer.ts'
import type { Answer, GenerationFault, Question } from '../ports.ts'
import { faultOfBudget } from './budget.ts'
import type { Ledger } from './ledger.ts'
import { askOnce, createPlayer, giveWay, openModel, type Player, type Seat } from './player.ts'
import { fitQuestion, SHARES } from './question-size.ts'
import type { Read, UnusableAnswer } from './read-answer.ts'

export interface Asking {
  /** What was wrong with the last answer, else empty. */
  reason: string
  /** Of the model; null where nobody says. */
  contextTokens: number | null
  /** Of what could be shown: 1, or less where that is too long for the model. */
  share: number
}

export interface Ask<T> {
  step: WritingStep
  question(asking: Asking): Pick<Question, 'system' | 'prompt' | 'schema' | 'mostTokens'>
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
/** In a row, of one step: another may be easier. */
const MOST_FAILED_ASKS = 3
const MOST_FAILED_STORIES = 2

/** Ends it for this model at once; nothing that is said to it will help. */
const FINAL: ReadonlySet<GenerationFault> = new Set(['rejected'])
/** Of the model's surroundings: twice, and it is asked no more. */
const STRIKES: ReadonlySet<GenerationFault> = new Set([
  'unreachable',
  'rate-limit',
  'server-error',
  'timeout'
])

const serves = ({ seat, out, failedAsks }: Player, step: WritingStep): boolean =>
  !out && (seat.wish.steps?.includes(step) ?? true) && (failedAsks.get(step) ?? 0) < MOST_FAILED_ASKS

/** Sends each question to the first model that may answer it, and to the next where it fails. */
export function createRoute(seats: readonly Seat[], ledger: Ledger, signal: AbortSignal): Route {
  const players = seats.map(createPlayer)

  function strike(player: Player, fault: GenerationFault, why: string): void {
    const isOut = FINAL.has(fault) || (STRIKES.has(fault) && ++player.strikes >= MOST_STRIKES)
    if (isOut) giveWay(player, why, ledger)
  }

  function countFailure(player: Player, step: WritingStep): void {
    const failed = (player.failedAsks.get(step) ?? 0) + 1
    player.failedAsks.set(step, failed)
    if (failed === MOST_FAILED_ASKS && !player.out)
      ledger.gaveWay(player.name, `${failed} questions in a row (${step}) had no answer that could be used`)
  }

  /** Asks for it until there is a value, or as often as it may be. A question that was too long is no try. */
  async function tryPlayer<T>(player: Player, ask: Ask<T>): Promise<{ value: T } | null> {
    let reason = ''
    let shares = SHARES
    for (let attempt = 0; attempt < TRIES && !player.out && shares.length > 0;) {
      const model = await openModel(player, ledger, signal)
      if (model === null) return null
      const fitting = fitQuestion(ask, reason, model, shares)
      const question = { step: ask.step, seed: seedOf(ask.seed, attempt), ...fitting.question }
      const overspent = faultOfBudget(player.seat.wish, player.spent, question)
      if (overspent !== null) {
        giveWay(player, overspent, ledger)
        return null
      }
      const outcome = await askOnce(player, model, question, { ledger, signal })
      if (outcome.answer === undefined) {
        strike(player, outcome.fault, outcome.why)
        if (outcome.fault === 'too-long') shares = fitting.shares.slice(1)
        else attempt++
        continue
      }
      attempt++
      ledger.facts(player.name, model.facts?.() ?? {})
      const read = ask.read(outcome.answer.text)
      if ('value' in read) {
        ledger.noted(player.name, read.notes ?? [])
        return { value: read.value }
      }
      ledger.failed(player.name, faultOf(read, outcome.answer))
      reason = read.message
    }
    return null
  }

  return {
    async ask(ask) {
      for (const player of players) {
        signal.throwIfAborted()
        if (!serves(player, ask.step)) continue
        const found = await tryPlayer(player, ask)
        if (found === null) {
          countFailure(player, ask.step)
          continue
        }
        player.failedAsks.delete(ask.step)
        ledger.wrote(ask.step, player.name)
        return { value: found.value, by: player.name }
      }
      return null
    },
    judge(by, passed) {
      const player = players.find(each => each.name === by && serves(each, 'dialogue'))
      if (player === undefined) return
      player.failedStories = passed ? 0 : player.failedStories + 1
      if (player.failedStories >= MOST_FAILED_STORIES)
        giveWay(player, `${MOST_FAILED_STORIES} stories in a row failed the checks`, ledger)
    },
    has: step => players.some(player => serves(player, step))
  }
}

const faultOf = ({ fault }: UnusableAnswer, { ended }: Answer): string =>
  !ended && fault === 'broken-json' ? 'cut-off' : fault

/** Another one for the second try: the same would have the same answer. */
const seedOf = (seed: string, attempt: number): number =>
  parseInt(sha256(`${seed} ${attempt}`).slice(0, 7), 16)
