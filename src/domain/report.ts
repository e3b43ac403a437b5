import { z } from 'zod'
import { funnelSchema } from './rundown.ts'
import { STAGES } from './stages.ts'

const stageReportSchema = z.looseObject({
  /** The run that did it. */
  run: z.string(),
  startedAt: z.string(),
  /** From its start to its end, waiting for children included. */
  seconds: z.number(),
  /** Tries after the first. */
  retries: z.int(),
  /** Was the output there already, its input unchanged? */
  skipped: z.boolean()
})

/** report.json: what each stage did, and how long it took. */
export const reportSchema = z.object({
  funnel: funnelSchema.optional(),
  stages: z.partialRecord(z.enum(STAGES), stageReportSchema)
})

export type StageReport = z.infer<typeof stageReportSchema>
export type Report = z.infer<typeof reportSchema>
