import { setTimeout as sleep } from 'node:timers/promises'
import type { Question } from '../../stages/write/ports.ts'
import { buildBody } from './build-body.ts'
import type { ChatLimits } from './chat-limits.ts'
import { nextHabits } from './habits.ts'
import type { Habits } from './habits.ts'
import { parseAnswer } from './parse-answer.ts'
import type { ParsedAnswer } from './parse-answer.ts'
import type { ChatAddress } from './plan-address.ts'
import { planRetry } from './plan-retry.ts'
import { readProblem } from './read-problem.ts'
import type { Problem } from './read-problem.ts'
import { runExchange } from './run-exchange.ts'
import type { Reply } from './run-exchange.ts'
import { isTooLong, statusFault } from './status-fault.ts'
import type { Asker } from './status-fault.ts'

export interface Desk extends Asker {
  address: ChatAddress
  limits: ChatLimits
  /** What worked last time. */
  habits: Habits
  tally: { requests: number; retries: number }
}

/** Asks until there is an answer, or until another try would not help. Throws a GenerationError. */
export async function askModel(
  desk: Desk,
  question: Question,
  { signal, endsMs }: { signal: AbortSignal; endsMs: number }
): Promise<ParsedAnswer> {
  const tried = { limited: 0, failed: 0 }
  for (let habits = desk.habits; ;) {
    const reply = await post(desk, buildBody(question, desk.facts.model, habits), signal)
    const problem = readProblem(reply)
    if (problem === null) {
      desk.habits = habits
      return parseAnswer(reply, desk.secrets, desk.toFault)
    }
    const lesser = isTooLong(problem) ? null : nextHabits(habits, problem)
    if (lesser !== null) {
      habits = lesser
      continue
    }
    const waitMs = planWait(desk, problem, tried, endsMs)
    if (waitMs === null) throw statusFault(problem, desk)
    await sleep(waitMs, undefined, { signal })
  }
}

function post(desk: Desk, body: Record<string, unknown>, signal: AbortSignal): Promise<Reply> {
  const { address, limits, toFault } = desk
  desk.tally.requests++
  return runExchange(
    { url: address.chat, method: 'POST', headers: address.headers, body: JSON.stringify(body) },
    { signal, limits, toFault }
  )
}

function planWait(
  { limits, tally }: Desk,
  problem: Problem,
  tried: { limited: number; failed: number },
  endsMs: number
): number | null {
  const nowMs = Date.now()
  const mostMs = Math.min(limits.waitMs, endsMs - nowMs)
  const plan = planRetry(problem, tried, { pauseMs: limits.pauseMs, mostMs, nowMs })
  if (plan === null) return null
  tried[plan.kind]++
  tally.retries++
  return plan.waitMs
}
