import type { GenerationError, GenerationFault } from '../../stages/write/ports.ts'
import type { ToFault } from './chat-fault.ts'
import { excerpt } from './excerpt.ts'
import { nameModels } from './name-models.ts'
import type { Problem } from './read-problem.ts'
import type { ServerFacts } from './server-facts.ts'

const TOO_LONG =
  /context[_ ](?:length|size|window)|exceed_context_size|maximum context|model's maximum|too many (?:input )?tokens|(?:prompt|input|request) (?:is |was )?too (?:long|large)|n_ctx/i
const REFUSED =
  /content[_ ](?:filter|management|policy)|ResponsibleAIPolicy|input was flagged|requires moderation/i
const NO_CREDIT =
  /insufficient[_ ](?:quota|credits?|balance|funds)|exceeded your current quota|out of credits/i
const NO_MODEL =
  /model.*(?:not[_ ]found|not exist|no such|unknown|invalid|not a valid|try pulling|not available)|(?:no such|unknown|invalid) model|model_not_found/is

const words = ({ said, code, param }: Problem): string => `${code} ${param} ${said}`

/** Will another try not help, since there is nothing left to spend? */
export const lacksCredit = (problem: Problem): boolean =>
  problem.status === 402 || NO_CREDIT.test(words(problem))

export const isTooLong = (problem: Problem): boolean =>
  problem.status === 413 || ([400, 422, 500].includes(problem.status) && TOO_LONG.test(words(problem)))

const faultOf = (problem: Problem): GenerationFault => {
  const { status } = problem
  if (isTooLong(problem)) return 'too-long'
  if ([400, 403, 422].includes(status) && REFUSED.test(words(problem))) return 'refusal'
  if (status === 429 || lacksCredit(problem)) return 'rate-limit'
  if (status === 408) return 'timeout'
  return status >= 500 ? 'server-error' : 'rejected'
}

export interface Asker {
  facts: ServerFacts
  hasKey: boolean
  secrets: readonly string[]
  toFault: ToFault
}

/** What a status that is no success means, and what would be right. */
export function statusFault(problem: Problem, asker: Asker): GenerationError {
  const fault = faultOf(problem)
  const said = excerpt(problem.said, asker.secrets)
  const quoted = said === '' ? '' : ` and says "${said}"`
  const advice = fault === 'rejected' ? adviseRejected(problem, asker) : adviseOther(fault, problem, asker)
  return asker.toFault(fault, `answered ${problem.status}${quoted}: ${advice}`)
}

function adviseOther(fault: GenerationFault, problem: Problem, { facts }: Asker): string {
  if (fault === 'too-long') return tooLongAdvice(facts)
  if (fault === 'refusal') return 'its filter does not let this question pass'
  if (fault === 'timeout') return 'the server itself has a shorter limit'
  if (fault === 'server-error') return 'it has a fault of its own'
  if (lacksCredit(problem)) return 'there is no credit left; top it up, or name another model'
  const seconds = /^\d{1,6}$/.exec(problem.retryAfter ?? '')?.[0]
  return `it asks for fewer requests${seconds === undefined ? '' : `, again in ${seconds} s`}`
}

export const tooLongAdvice = ({ contextTokens, ollama }: ServerFacts): string => {
  const room = contextTokens === null ? '' : ` of ${contextTokens} tokens`
  const how = ollama ? '; OLLAMA_CONTEXT_LENGTH makes it larger' : ''
  return `question and answer do not fit into its context${room}${how}`
}

function adviseRejected(problem: Problem, asker: Asker): string {
  const { status } = problem
  if (status === 401)
    return asker.hasKey
      ? 'the key in DUOLOGUE_WRITER_KEY is not one that it takes'
      : 'put its key into DUOLOGUE_WRITER_KEY'
  if (NO_MODEL.test(words(problem))) return adviseModel(asker)
  if (status === 403)
    return asker.hasKey
      ? 'the key in DUOLOGUE_WRITER_KEY may not do this'
      : 'put a key that may do this into DUOLOGUE_WRITER_KEY'
  if (status === 404 || status === 405)
    return `check the address, which must be that of the API, such as https://host/v1; ${adviseModel(asker)}`
  return `it does not take this request: ${adviseModel(asker)}`
}

function adviseModel({ facts: { model, models, ollama } }: Asker): string {
  const others = models === null || models.length === 0 ? '' : `; it has ${nameModels(models, model)}`
  return (ollama ? `ollama pull ${model}` : 'check the name of the model') + others
}
