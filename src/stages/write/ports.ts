import type { Rundown } from '../../domain/rundown.ts'
import type { Script, Turn } from '../../domain/script.ts'
import type { Show } from '../../domain/show.ts'
import type { WritingStep } from '../../domain/writer.ts'
import type { EarlierEpisode } from './memory/earlier-episode.ts'

/** All that a writer is told. */
export interface Assignment {
  show: Show
  rundown: Rundown
  /** Measured pace of each host's voice, words per minute, pauses inside turns included. */
  wordsPerMinute: Record<string, number>
  /** Seconds that a host takes to say a text; without it, words by the pace. */
  secondsToSay?: (host: string, text: string) => number
  /** Seconds of the episode in which nobody speaks: music, lead-in and tail. 0 where it is not told. */
  soundSeconds?: number
  /** What earlier episodes told, newest first. */
  earlier?: readonly EarlierEpisode[]
}

export type ScriptDraft = Omit<Script, 'inputHash'>

/** For the report: who wrote what, what was wrong with it, and what it cost. */
export type WriteAccount = Record<string, unknown>

export interface Writer {
  /** `builtin`, or the name of a model. */
  readonly name: string
  write(assignment: Assignment, options?: WriteOptions): Promise<Writing>
}

export interface WriteOptions {
  signal?: AbortSignal
  /** Told of the turns that will not change any more, as far as the writer can say, all of them each time. */
  onSettled?: (turns: readonly Turn[]) => void
}

export type Writing = ScriptDraft & { account?: WriteAccount }

/** JSON Schema of an answer: objects (all keys required, none other), arrays, strings, enums, booleans and numbers. */
export type AnswerSchema = Readonly<Record<string, unknown>>

export interface Question {
  step: WritingStep
  /** Who the model is, and the rules. */
  system: string
  /** The task, with the untrusted text of the items in it. */
  prompt: string
  /** What the answer must look like; a model that can be held to it is. */
  schema: AnswerSchema
  /** Of the answer. */
  mostTokens: number
  /** The same question with the same seed has the same answer, where the model can do that. */
  seed: number
}

export interface Answer {
  /** As the model gave it: whoever asked reads the JSON in it. */
  text: string
  promptTokens: number
  answerTokens: number
  seconds: number
  /** Did it end by itself? False where `mostTokens` cut it off. */
  ended: boolean
}

/** A language model, in this process or behind an address. Answering runs off the main thread. */
export interface LanguageModel {
  /** For the report and the transcript: granite-4.0-h-tiny, or gpt-oss:20b at localhost:11434. */
  readonly name: string
  /** Tokens that a question and its answer may have together; null where nobody says. */
  readonly contextTokens: number | null
  /** Throws a GenerationError, or the signal's reason. */
  answer(question: Question, options?: { signal?: AbortSignal }): Promise<Answer>
  /** For the report: peak memory and the like. */
  facts?(): Record<string, unknown>
  release(): Promise<void>
}

export const GENERATION_FAULTS = [
  /** Nobody answers, or the connection broke. */
  'unreachable',
  /** Too many requests, or no more credit. */
  'rate-limit',
  /** The server says that it failed. */
  'server-error',
  /** The server does not take the request: wrong key, no such model. */
  'rejected',
  /** It took longer than it may. */
  'timeout',
  /** The answer stopped in the middle. */
  'cut-off',
  /** The question is longer than the model can read. */
  'too-long',
  /** The model declined to answer. */
  'refusal',
  /** There is nothing in the answer. */
  'empty',
  /** The answer is not what an answer of that server looks like. */
  'unreadable'
] as const

export type GenerationFault = (typeof GENERATION_FAULTS)[number]

/** Why a model gave no answer; the message names the model and what would be right. */
export class GenerationError extends Error {
  override readonly name = 'GenerationError'
  constructor(
    readonly fault: GenerationFault,
    message: string,
    options?: ErrorOptions
  ) {
    super(message, options)
  }
}
