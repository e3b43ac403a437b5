import type { ToFault } from './chat-fault.ts'
import { excerpt } from './excerpt.ts'
import { at, countOf, parseJson } from './read-fields.ts'
import type { Reply } from './run-exchange.ts'

export interface ParsedAnswer {
  text: string
  /** Null where the server does not count. */
  promptTokens: number | null
  answerTokens: number | null
  ended: boolean
}

const OVERLONG = /^(?:length|max_tokens|model_length)$/i

/** The answer in a chat completion. Throws a GenerationError that says what came instead. */
export function parseAnswer(reply: Reply, secrets: readonly string[], toFault: ToFault): ParsedAnswer {
  if (reply.text.trim() === '') throw toFault('empty', 'answered with nothing at all')
  const json = parseJson(reply.text)
  const choice = at(json, 'choices', 0)
  if (at(choice, 'message') === undefined)
    throw toFault('unreadable', explainUnreadable(reply, json, secrets))
  const reason = String(at(choice, 'finish_reason') ?? '')
  const refusal = refusalIn(choice)
  if (refusal !== null) throw toFault('refusal', `declined to answer: "${excerpt(refusal, secrets)}"`)
  if (/^content_filter$/i.test(reason)) throw toFault('refusal', 'withheld its answer: its filter stepped in')
  const text = contentOf(at(choice, 'message', 'content'))
  if (text.trim() === '') throw toFault('empty', explainEmpty(choice, json, reason))
  return {
    text,
    promptTokens: countOf(at(json, 'usage', 'prompt_tokens')),
    answerTokens: countOf(at(json, 'usage', 'completion_tokens')),
    ended: !OVERLONG.test(reason)
  }
}

/** Text, or parts of which some are text; what is thought is none of the answer. */
const contentOf = (content: unknown): string =>
  [content]
    .flat()
    .map(part => (typeof part === 'string' ? part : at(part, 'text')))
    .filter(part => typeof part === 'string')
    .join('')

function refusalIn(choice: unknown): string | null {
  const parts = [at(choice, 'message', 'content')].flat()
  const told = [at(choice, 'message', 'refusal'), ...parts.map(part => at(part, 'refusal'))]
  return (told.find(part => typeof part === 'string' && part.trim() !== '') as string | undefined) ?? null
}

function explainUnreadable({ text, contentType }: Reply, json: unknown, secrets: readonly string[]): string {
  const shown = `"${excerpt(text, secrets)}"`
  if (/\bhtml\b/.test(contentType) || /^\s*<(?:!doctype|html|head|body)/i.test(text))
    return `answered with a web page, ${shown}: check the address, which must be that of the API, such as https://host/v1`
  if (json === undefined) return `answered with something that is no JSON: ${shown}`
  return `answered with JSON that holds no choices[0].message: ${shown}; it must be a server with /v1/chat/completions`
}

function explainEmpty(choice: unknown, json: unknown, reason: string): string {
  const spent = countOf(at(json, 'usage', 'completion_tokens'))
  const thought =
    countOf(at(json, 'usage', 'completion_tokens_details', 'reasoning_tokens')) !== null ||
    ['reasoning_content', 'reasoning', 'thinking'].some(name => contentOf(at(choice, 'message', name)) !== '')
  if (thought)
    return `only thought${spent === null ? '' : `, for ${spent} tokens`}, and gave no answer: choose a model that does not think, or turn its thinking off`
  if ([at(choice, 'message', 'tool_calls')].flat().some(call => call !== undefined && call !== null))
    return 'asked for a tool, and gave no answer'
  return `gave an empty answer${reason === '' ? '' : ` (${excerpt(reason, [])})`}`
}
