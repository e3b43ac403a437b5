import type { StageName } from '../../domain/stages.ts'
import { STAGES } from '../../domain/stages.ts'
import { cleanJson } from './clean-json.ts'
import type { JobData } from './job-queue.ts'

/** What a BullMQ job carries: the caller's data, and what this folder must remember about the job. */
export interface Envelope {
  data: JobData
  /** The children that the job has fanned out into, as `stage/id`. */
  children?: string[]
  /** Why the job was cancelled. */
  cancelled?: string
}

export interface JobRef {
  stage: StageName
  id: string
}

export const wrap = (data: JobData): Envelope => ({ data: cleanJson(data) })

export const refKey = ({ stage, id }: JobRef): string => `${stage}/${id}`

export function childrenOf(envelope: Envelope): JobRef[] {
  return (envelope.children ?? []).flatMap(key => {
    const stage = STAGES.find(name => key.startsWith(`${name}/`))
    return stage === undefined ? [] : [{ stage, id: key.slice(stage.length + 1) }]
  })
}
