import { GenerationError } from '../../src/stages/write/ports.ts'
import type { Answer, GenerationFault, LanguageModel, Question } from '../../src/stages/write/ports.ts'
import type { Seat } from '../../src/stages/write/model/player.ts'
import type { WriterModel } from '../../src/domain/writer.ts'
import { goodAnswer } from './good-writer.ts'

/** A text as it is, an error that is thrown, or a value as JSON. */
export type Said = unknown

export interface ScriptedModel extends LanguageModel {
  /** In the order they came. */
  asked: Question[]
}

const said = (answer: Said): string => (typeof answer === 'string' ? answer : JSON.stringify(answer))

/** A model in memory that answers as it is told. */
export function scriptedModel(
  script: (question: Question, nth: number) => Said | Promise<Said>,
  {
    name = 'scripted',
    contextTokens = null,
    ...counts
  }: Partial<Pick<Answer, 'promptTokens' | 'answerTokens' | 'ended'>> &
    Partial<Pick<LanguageModel, 'name' | 'contextTokens'>> = {}
): ScriptedModel {
  const asked: Question[] = []
  return {
    name,
    contextTokens,
    asked,
    async answer(question) {
      asked.push(question)
      const answer = await script(question, asked.length - 1)
      if (answer instanceof Error) throw answer
      return { text: said(answer), promptTokens: 100, answerTokens: 50, seconds: 1, ended: true, ...counts }
    },
    release: () => Promise.resolve()
  }
}

/** A model that writes well, but for what is changed. */
export const goodModel = (
  change: (question: Question) => Said = () => undefined,
  options: Parameters<typeof scriptedModel>[1] = {}
): ScriptedModel => scriptedModel(question => change(question) ?? goodAnswer(question), options)

export const seatOf = (model: LanguageModel, wish: Partial<WriterModel> = {}): Seat => ({
  wish: { model: model.name, ...wish },
  open: () => Promise.resolve(model)
})

export const failing = (fault: GenerationFault): GenerationError =>
  new GenerationError(fault, `it failed: ${fault}`)
