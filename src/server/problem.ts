import { STATUS_CODES } from 'node:http'
import type { Context } from 'hono'

/** RFC 9457, with the faults of a body one by one, as the RFC's own example has them. */
export interface Problem {
  type: 'about:blank'
  title: string
  status: number
  detail: string
  errors?: { detail: string; pointer: string }[]
}

export type ProblemStatus = 400 | 401 | 404 | 405 | 409 | 413 | 415 | 422 | 429 | 500 | 503

/** Answers with problem details. */
export const problem = (
  context: Context,
  status: ProblemStatus,
  detail: string,
  errors?: Problem['errors']
): Response => {
  const body: Problem = {
    type: 'about:blank',
    title: STATUS_CODES[status] ?? 'Error',
    status,
    detail,
    errors
  }
  return context.body(JSON.stringify(body), status, { 'content-type': 'application/problem+json' })
}
