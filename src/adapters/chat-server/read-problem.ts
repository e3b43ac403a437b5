import type { Reply } from './run-exchange.ts'
import { at, parseJson } from './read-fields.ts'

/** Why a server did not answer the question, as far as it says so. */
export interface Problem {
  status: number
  retryAfter: string | undefined
  /** Its message. */
  said: string
  /** insufficient_quota, content_filter, context_length_exceeded … */
  code: string
  /** The field of the request that it names. */
  param: string
  /** What it sent, cut where it is long. */
  text: string
}

/** Of a server's words: more than this is no message. */
const MOST_CHARACTERS = 4096

const textOf = (...values: readonly unknown[]): string =>
  (values.find(value => typeof value === 'string' && value !== '') as string | undefined) ?? ''

/** Null for a reply that holds an answer. Reads the error shapes of OpenAI, Azure, FastAPI, and of OpenRouter, which sends some errors with 200. */
export function readProblem({ status, text, retryAfter }: Reply): Problem | null {
  const json = parseJson(text)
  const error = at(json, 'error') ?? at(json, 'choices', 0, 'error')
  if (status === 200 && !error) return null
  const inner = Number(at(error, 'code') ?? at(error, 'status'))
  const real = status === 200 ? (inner >= 400 && inner <= 599 ? inner : 500) : status
  return {
    status: real,
    retryAfter,
    said: textOf(
      at(error, 'message'),
      at(json, 'detail', 'message'),
      messagesOf(at(json, 'detail')),
      at(json, 'message'),
      at(json, 'detail'),
      error,
      text
    ).slice(0, MOST_CHARACTERS),
    code: [at(error, 'code'), at(error, 'type'), at(error, 'innererror', 'code'), at(json, 'code')]
      .filter(part => typeof part === 'string')
      .join(' '),
    param: textOf(at(error, 'param'), at(json, 'detail', 0, 'loc', 1)),
    text: text.slice(0, MOST_CHARACTERS)
  }
}

/** The list of faults that FastAPI gives: each with its place and what is wrong there. */
const messagesOf = (detail: unknown): string =>
  Array.isArray(detail)
    ? detail.map(entry => `${[at(entry, 'loc')].flat().join('.')}: ${textOf(at(entry, 'msg'))}`).join('; ')
    : ''
