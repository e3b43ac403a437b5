import type { Context, MiddlewareHandler } from 'hono'
import { bearerOf } from '../bearer-of.ts'
import type { RateLimit } from '../limit-rate.ts'
import { problem } from '../problem.ts'
import { sameSecret } from '../same-secret.ts'

/** Lets in who shows one of the tokens as a bearer token; others are counted against the limit of their address. */
export function guardApi(
  tokens: readonly string[],
  { wait }: Pick<RateLimit, 'wait'>,
  wanted: string
): MiddlewareHandler {
  const isKnown = (context: Context): boolean => {
    const shown = bearerOf(context.req.header('authorization'))
    return tokens.map(token => sameSecret(shown, token)).includes(true)
  }
  return async (context, next) => {
    if (isKnown(context)) return next()
    const seconds = wait(context)
    if (seconds > 0) {
      context.header('retry-after', String(seconds))
      return problem(context, 429, 'Too many requests without the token from this address.')
    }
    context.header('www-authenticate', 'Bearer')
    return problem(context, 401, wanted)
  }
}
