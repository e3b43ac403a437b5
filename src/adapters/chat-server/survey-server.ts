import { GenerationError } from '../../stages/write/ports.ts'
import { createToFault } from './chat-fault.ts'
import type { ChatLimits } from './chat-limits.ts'
import { nameModels } from './name-models.ts'
import { parseModels, writingModels } from './parse-models.ts'
import type { ListedModel } from './parse-models.ts'
import type { ChatAddress } from './plan-address.ts'
import { parseJson } from './read-fields.ts'
import { readContext } from './read-context.ts'
import { readProblem } from './read-problem.ts'
import { runExchange } from './run-exchange.ts'
import type { Reply } from './run-exchange.ts'
import type { ServerFacts } from './server-facts.ts'
import { statusFault } from './status-fault.ts'
import { withDeadline } from './with-deadline.ts'

export interface Survey {
  address: ChatAddress
  model: string | null
  signal: AbortSignal
  limits: ChatLimits
}

/**
 * Asks a server what it has. Throws a GenerationError where nobody is there, or where the model must be named; a server
 * that does not tell about the model that was named may answer all the same.
 */
export async function surveyServer(survey: Survey): Promise<ServerFacts> {
  const reply = await askModels(survey)
  const listed = reply?.status === 200 ? parseModels(parseJson(reply.text)) : null
  const model = survey.model ?? chooseModel(survey, listed, reply)
  const entry = listed?.find(({ id }) => id === model || id === `${model}:latest`)
  const facts = { model, models: listed?.map(({ id }) => id) ?? null, ollama: isOllama(survey, listed) }
  const contextTokens = entry?.contextTokens ?? (await askContext(survey, facts, entry?.owner ?? ''))
  return { ...facts, contextTokens }
}

/** By the port that it has unless told otherwise, or by the owner that it gives its models. */
const isOllama = ({ address }: Survey, listed: readonly ListedModel[] | null): boolean =>
  address.chat.port === '11434' || (listed ?? []).some(({ owner }) => owner === 'library')

const get = ({ address, signal, limits }: Survey, url: URL): Promise<Reply> => {
  const toFault = createToFault(`the server at ${address.host}`)
  const late = toFault('timeout', `did not answer within ${limits.surveyMs / 1000} s`)
  return withDeadline(signal, limits.surveyMs, late, either =>
    runExchange({ url, method: 'GET', headers: address.headers }, { signal: either, limits, toFault })
  )
}

/** Null where there is no reply, but somebody who may answer. */
async function askModels(survey: Survey): Promise<Reply | null> {
  try {
    return await get(survey, survey.address.models)
  } catch (error) {
    const mayAnswer = error instanceof GenerationError && error.fault !== 'unreachable'
    if (survey.model !== null && mayAnswer) return null
    throw error
  }
}

/** How much the model can read, where its server tells on a page of its own; null where not. */
export async function askContext(
  survey: Survey,
  { model, ollama }: Pick<ServerFacts, 'model' | 'ollama'>,
  owner: string
): Promise<number | null> {
  try {
    return await readContext({ model, ollama, owner, chat: survey.address.chat }, url => get(survey, url))
  } catch (error) {
    if (error instanceof GenerationError) return null
    throw error
  }
}

/** Statuses that speak of more than a missing list. */
const isInTheWay = (status: number): boolean => [401, 403, 429].includes(status) || status >= 500

function chooseModel(
  { address: { host, headers, secrets } }: Survey,
  listed: readonly ListedModel[] | null,
  reply: Reply | null
): string {
  const toFault = createToFault(`the server at ${host}`)
  const problem = reply === null ? null : readProblem(reply)
  if (problem !== null && isInTheWay(problem.status)) {
    const facts = { model: 'MODEL', models: null, ollama: false, contextTokens: null }
    throw statusFault(problem, { facts, hasKey: 'authorization' in headers, secrets, toFault })
  }
  const how = 'name a model after the address, as in https://host/v1#model'
  if (listed === null) throw toFault('rejected', `does not tell which models it has: ${how}`)
  const names = writingModels(listed)
  const [only, another] = names
  if (only === undefined)
    throw toFault('rejected', `has no language model: load one there (Ollama: ollama pull MODEL), or ${how}`)
  if (another === undefined) return only
  throw toFault('rejected', `has several models, ${nameModels(names)}: ${how}`)
}
