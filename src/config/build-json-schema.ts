import { z } from 'zod'
import { configSchema } from './config-schema.ts'

/** The JSON Schema of duologue.yaml, for editors. */
export const buildJsonSchema = (): object => ({
  ...z.toJSONSchema(configSchema, { io: 'input', target: 'draft-7' }),
  title: 'duologue.yaml'
})
