import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { z } from 'zod'
import { ConfigError } from '../../config/config-error.ts'
import { DeskError } from '../../jobs/episode-desk.ts'
import { problem, type ProblemStatus } from '../problem.ts'

/** What was asked of the API cannot be answered; the message is for whoever asked. */
export class ApiFault extends Error {
  override readonly name = 'ApiFault'

  constructor(
    readonly status: ProblemStatus,
    message: string
  ) {
    super(message)
  }
}

const statusOf = (error: Error): ProblemStatus => {
  if (error instanceof ApiFault) return error.status
  if (error instanceof SyntaxError) return 400
  return error instanceof DeskError || error instanceof ConfigError ? 409 : 500
}

const NO_JSON = 'The body is JSON: send it with "Content-Type: application/json".'

/** How hono says that a body is not JSON, or is not said to be, or that an answer took too long. */
function answerHono({ status, message }: HTTPException, context: Context): Response {
  if (status === 415) return problem(context, 415, NO_JSON)
  return problem(context, status === 400 || status === 503 ? status : 500, message)
}

/** Every error of the API as problem details. */
export function answerFault(error: Error, context: Context): Response {
  if (error instanceof z.ZodError)
    return problem(
      context,
      400,
      z.prettifyError(error),
      error.issues.map(({ path, message }) => ({
        detail: message,
        pointer: `#/${path.map(String).join('/')}`
      }))
    )
  if (error instanceof HTTPException) return answerHono(error, context)
  return problem(context, statusOf(error), error.message)
}
