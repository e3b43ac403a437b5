import type { Effort } from './best-effort.ts'

/** For the report; nothing where nothing was to be done. */
export interface RetentionFacts {
  retention?: {
    /** Episodes whose audio was removed, and takes. */
    removed: number
    takesRemoved: number
    failed: number
    /** Why the first of them failed. */
    reason?: string
  }
}

export function retentionFacts({
  marked,
  audio,
  takes
}: Record<'marked' | 'audio' | 'takes', Effort>): RetentionFacts {
  const faults = [...marked.faults, ...audio.faults, ...takes.faults]
  const [reason] = faults
  if (audio.done + takes.done + faults.length === 0) return {}
  const retention = { removed: audio.done, takesRemoved: takes.done, failed: faults.length }
  return { retention: reason === undefined ? retention : { ...retention, reason } }
}
