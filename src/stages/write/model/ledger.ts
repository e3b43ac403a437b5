import type { WritingStep } from '../../../domain/writer.ts'
import type { Answer, WriteAccount } from '../ports.ts'
import type { TurnFault } from '../check/fault.ts'

/** What one model did for one episode. */
interface ModelLedger {
  calls: number
  promptTokens: number
  answerTokens: number
  seconds: number
  dollars: number
  /** Why answers could not be used, and how often. */
  faults: Record<string, number>
  /** What was left out around usable answers, and how often. */
  notes: Record<string, number>
  /** Why it was not asked any more, for one step or for any. */
  gaveWay: string | null
  facts: Record<string, unknown>
}

export type TurnFate = 'passed' | 'repaired' | 'replaced'

const MOST_CAUGHT = 60
const MOST_MESSAGE = 300

/** Keeps account of who wrote what, what was wrong with it, and what it cost. */
export interface Ledger {
  answered(model: string, answer: Answer, dollars: number): void
  failed(model: string, fault: string): void
  /** What a question cost that was read and not answered, as far as can be told. */
  lost(model: string, promptTokens: number, dollars: number): void
  noted(model: string, notes: readonly string[]): void
  gaveWay(model: string, reason: string): void
  wrote(step: WritingStep, by: string): void
  turn(fate: TurnFate, count?: number): void
  /** A story that was told by the built-in writer instead. */
  gaveStory(model: string, title: string): void
  caught(faults: readonly TurnFault[], where: string): void
  facts(model: string, facts: Record<string, unknown>): void
  account(): WriteAccount
}

const count = (counts: Record<string, number>, key: string): void => {
  counts[key] = (counts[key] ?? 0) + 1
}

export function createLedger(): Ledger {
  const models = new Map<string, ModelLedger>()
  const steps: Record<string, Record<string, number>> = {}
  const fates: Record<TurnFate, number> = { passed: 0, repaired: 0, replaced: 0 }
  const kinds: Record<string, number> = {}
  const given: { model: string; title: string }[] = []
  const caught: { where: string; kind: string; message: string }[] = []
  const of = (name: string): ModelLedger => {
    const known = models.get(name) ?? {
      calls: 0,
      promptTokens: 0,
      answerTokens: 0,
      seconds: 0,
      dollars: 0,
      faults: {},
      notes: {},
      gaveWay: null,
      facts: {}
    }
    models.set(name, known)
    return known
  }
  return {
    answered(name, { promptTokens, answerTokens, seconds }, dollars) {
      const model = of(name)
      model.calls++
      model.promptTokens += promptTokens
      model.answerTokens += answerTokens
      model.seconds += seconds
      model.dollars += dollars
    },
    failed: (name, fault) => count(of(name).faults, fault),
    lost(name, promptTokens, dollars) {
      const model = of(name)
      model.calls++
      model.promptTokens += promptTokens
      model.dollars += dollars
    },
    noted: (name, notes) => notes.forEach(note => count(of(name).notes, note)),
    gaveWay(name, reason) {
      const model = of(name)
      model.gaveWay = model.gaveWay === null ? reason : `${model.gaveWay}; ${reason}`
    },
    wrote: (step, by) => count((steps[step] ??= {}), by),
    turn: (fate, count = 1) => void (fates[fate] += count),
    gaveStory: (model, title) => void given.push({ model, title }),
    caught(faults, where) {
      for (const { kind, message } of faults) {
        count(kinds, kind)
        if (caught.length < MOST_CAUGHT) caught.push({ where, kind, message: message.slice(0, MOST_MESSAGE) })
      }
    },
    facts: (name, facts) => void Object.assign(of(name).facts, facts),
    account() {
      const turns = fates.passed + fates.repaired + fates.replaced
      return {
        models: Object.fromEntries([...models].map(([name, model]) => [name, toReport(model)])),
        steps,
        turns: { proposed: turns, ...fates, passedShare: turns === 0 ? null : fates.passed / turns },
        storiesGivenBack: given,
        faults: kinds,
        caught
      }
    }
  }
}

const toReport = ({ facts, ...model }: ModelLedger) => ({
  ...facts,
  ...model,
  tokensPerSecond: model.seconds === 0 ? null : model.answerTokens / model.seconds
})
