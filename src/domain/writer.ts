import { z } from 'zod'

/** What a model is asked for, one call each. */
export const WRITING_STEPS = [
  /** A story's claims, each with the quotation that it rests on. */
  'digest',
  /** The order of the stories, and what hooks the listener. */
  'line-up',
  /** The turns of one story. */
  'dialogue',
  /** The opening and the close. */
  'frame',
  /** A turn that failed the check, once more. */
  'repair'
] as const

export const BUILTIN_WRITER = 'builtin'

const writerModelShape = z.strictObject({
  /** builtin, an installed model (granite), gguf:PATH, or the address of a server (https://host/v1#model). */
  model: z.string().min(1),
  /** All of them where absent. */
  steps: z.array(z.enum(WRITING_STEPS)).min(1).optional(),
  /** For one call. */
  seconds: z.number().positive().max(3600).optional(),
  /** For one episode, prompts included. */
  tokens: z.int().positive().optional(),
  /** For one episode, US dollars. */
  dollars: z.number().positive().optional(),
  /** US dollars for a million tokens. */
  price: z.strictObject({ prompt: z.number().min(0), answer: z.number().min(0) }).optional()
})

/** A model, what it is asked for, and how much it may take. */
export const writerModelSchema = writerModelShape.refine(
  ({ dollars, price }) => dollars === undefined || price !== undefined,
  {
    path: ['price'],
    error: 'a budget in dollars needs the price: {prompt, answer}, in dollars for a million tokens'
  }
)

/** Who writes: one model, or several in the order in which they are asked. */
export const writerSchema = z.union([
  z.string().min(1),
  z.strictObject({ models: z.array(writerModelSchema).min(1).max(8) })
])

export type WritingStep = (typeof WRITING_STEPS)[number]
export type WriterModel = z.infer<typeof writerModelSchema>
export type WriterWish = z.infer<typeof writerSchema>

/** The models in order; the built-in writer comes last whether it is named or not. */
export const modelsOf = (writer: WriterWish): WriterModel[] => {
  const models = typeof writer === 'string' ? [{ model: writer }] : writer.models
  return models.filter(({ model }) => model !== BUILTIN_WRITER)
}
