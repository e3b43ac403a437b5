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
  // How hono says that a body is not JSON.
  if (error instanceof HTTPException && error.status === 400) return problem(context, 400, error.message)
  return problem(context, statusOf(error), error.message)
}
