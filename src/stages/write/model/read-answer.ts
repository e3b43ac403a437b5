import { cleanText } from '../../../domain/text.ts'

/** Why an answer cannot be used. */
export const ANSWER_FAULTS = [
  'empty',
  'refusal',
  'tool-call',
  'broken-json',
  /** JSON, but not as asked for. */
  'shape',
  /** Far shorter or longer than asked for. */
  'length',
  /** One host says it all. */
  'one-voice'
] as const

/** What stood around the answer, and was left out. */
export type AnswerNote = 'thinking' | 'prose' | 'lines'
export type AnswerFault = (typeof ANSWER_FAULTS)[number]

export interface UnusableAnswer {
  fault: AnswerFault
  /** For the model: what was wrong, and what would be right. */
  message: string
}

export type Read<T> = { value: T; notes?: AnswerNote[] } | UnusableAnswer

const REFUSAL =
  /^\W*(?:i['’]?m (?:very )?sorry|sorry|i apologi[sz]e|i (?:can(?:no|['’])t|am (?:not able|unable)|won['’]t)|as an ai)\b/i
const TOOL_CALL =
  /<\/?(?:tool_call|function|invoke|antml|tool|parameter)\b|<\|(?:tool|python_tag)|"(?:tool_calls|function_call)"\s*:/i
const THOUGHT_MARK = /<(\/?)(?:think|thinking|reasoning|thought)>/gi

/** Hundreds of times what any step asks for. */
const MOST_CHARACTERS = 500_000

/** The JSON in an answer, whatever stands around it: thoughts, prose, a fence. */
export function readJson(answer: string): Read<unknown> {
  if (answer.length > MOST_CHARACTERS)
    return { fault: 'length', message: 'The answer was far too long. Answer with one short JSON object.' }
  const text = cleanText(answer).trim()
  const whole = parse(text)
  if (whole !== undefined) return { value: whole, notes: [] }
  const spoken = withoutThoughts(text).trim()
  if (spoken === '') return { fault: 'empty', message: 'The answer was empty. Answer with one JSON object.' }
  const thinking: AnswerNote[] = spoken === text ? [] : ['thinking']
  const rest = parse(spoken)
  if (rest !== undefined) return { value: rest, notes: thinking }
  const found = firstObject(spoken)
  if (found !== undefined) return { value: found, notes: [...thinking, 'prose'] }
  return faultOf(spoken)
}

/** Without what stands between marks of thinking, or before the end of a thought that began earlier; one that never ends stays. */
export function withoutThoughts(text: string): string {
  let kept = ''
  let from = 0
  let isOpen = false
  for (const { 0: mark, 1: slash, index } of text.matchAll(THOUGHT_MARK)) {
    if (slash === '/') {
      if (!isOpen) kept = ''
      from = index + mark.length
    } else if (!isOpen) {
      kept += text.slice(from, index)
      from = index
    }
    isOpen = slash !== '/'
  }
  return kept + text.slice(from)
}

function faultOf(text: string): UnusableAnswer {
  if (REFUSAL.test(text))
    return { fault: 'refusal', message: 'The answer declined the task. Answer with one JSON object.' }
  if (TOOL_CALL.test(text))
    return {
      fault: 'tool-call',
      message: 'The answer called a tool. There are none: answer with one JSON object.'
    }
  return {
    fault: 'broken-json',
    message: 'The answer was no JSON object. Answer with one JSON object, closed, and nothing else.'
  }
}

function parse(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    return undefined
  }
}

const MOST_TRIES = 20

/** The first object in a text that is JSON, by its braces. */
function firstObject(text: string): unknown {
  let tries = 0
  for (let at = text.indexOf('{'); at !== -1 && tries < MOST_TRIES; at = text.indexOf('{', at + 1), tries++) {
    const end = endOfObject(text, at)
    const value = end === -1 ? undefined : parse(text.slice(at, end))
    if (value !== undefined) return value
  }
  return undefined
}

/** Where the object that begins at `from` ends, exclusive; -1 where it does not. */
function endOfObject(text: string, from: number): number {
  let depth = 0
  let quoted = false
  for (let at = from; at < text.length; at++) {
    const sign = text[at]
    if (quoted) {
      if (sign === '\\') at++
      else if (sign === '"') quoted = false
    } else if (sign === '"') quoted = true
    else if (sign === '{') depth++
    else if (sign === '}' && --depth === 0) return at + 1
  }
  return -1
}
