import { z } from 'zod'
import { funnelSchema } from './rundown.ts'
import { correctionSchema } from './script.ts'
import { STAGES } from './stages.ts'

/** How far the length may be from what was asked for, as a share of it. */
export const MOST_OFF = 0.05

export const lengthReportSchema = z.object({
  askedSeconds: z.number(),
  gotSeconds: z.number(),
  /** Got of asked: 1 is exact. */
  share: z.number(),
  /** Turns that were left out and added after their length was heard; null where none were. */
  corrected: correctionSchema.nullish(),
  /** Why it is off by more than 5 %, where it is. */
  reason: z.string().optional()
})

const stageReportSchema = z.looseObject({
  /** The run that did it. */
  run: z.string(),
  startedAt: z.string(),
  /** From its start to its end, waiting for children included. */
  seconds: z.number(),
  /** Tries after the first. */
  retries: z.int(),
  /** Was the output there already, its input unchanged? */
  skipped: z.boolean(),
  /** Of the render stage as planned, of the mix stage as measured. */
  length: lengthReportSchema.optional()
})

/** report.json: what each stage did, and how long it took. */
export const reportSchema = z.object({
  funnel: funnelSchema.optional(),
  stages: z.partialRecord(z.enum(STAGES), stageReportSchema)
})

const rounded = (value: number, digits: number): number => Number(value.toFixed(digits))

/** Asked and got, in figures for a person. */
export const lengthOf = ({ askedSeconds, gotSeconds }: { askedSeconds: number; gotSeconds: number }) => ({
  askedSeconds,
  gotSeconds: rounded(gotSeconds, 2),
  share: rounded(gotSeconds / askedSeconds, 4)
})

export type LengthReport = z.infer<typeof lengthReportSchema>
export type StageReport = z.infer<typeof stageReportSchema>
export type Report = z.infer<typeof reportSchema>
