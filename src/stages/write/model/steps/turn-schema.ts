import { STYLES, type Style } from '../../../../domain/style.ts'
import type { AnswerSchema } from '../../ports.ts'

export const PLAIN_STYLE = 'plain'

const isStyle = (text: string): text is Style => (STYLES as readonly string[]).includes(text)

/** A style that a turn may have; undefined where it is said plainly. */
export const styleOf = (text: string, allowed: readonly Style[]): Style | undefined =>
  isStyle(text) && allowed.includes(text) ? text : undefined

/** A list of turns by these hosts, for a grammar. `claims`: how many there are to name. */
export const turnListSchema = (
  hosts: readonly string[],
  {
    claims = 0,
    styles = [],
    least = 1,
    most
  }: { claims?: number; styles?: readonly Style[]; least?: number; most: number }
): AnswerSchema => ({
  type: 'array',
  minItems: least,
  maxItems: most,
  items: {
    type: 'object',
    properties: {
      speaker: { type: 'string', enum: hosts },
      text: { type: 'string' },
      ...(claims > 0
        ? { claims: { type: 'array', maxItems: 4, items: { type: 'integer', enum: numbersTo(claims) } } }
        : {}),
      ...(styles.length > 0 ? { style: { type: 'string', enum: [PLAIN_STYLE, ...styles] } } : {})
    },
    required: ['speaker', 'text', ...(claims > 0 ? ['claims'] : []), ...(styles.length > 0 ? ['style'] : [])],
    additionalProperties: false
  }
})

const numbersTo = (count: number): number[] => Array.from({ length: count }, (_, at) => at + 1)
