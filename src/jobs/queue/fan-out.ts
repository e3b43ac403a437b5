import { UnrecoverableError } from 'bullmq'
import type { StageName } from '../../domain/stages.ts'
import type { Bull, BullJob } from './bull.ts'
import { ensureChild, outcomeOf, reattach } from './child-job.ts'
import { refKey } from './envelope.ts'
import type { ChildPolicy } from './job-options.ts'
import type { ChildOutcome, JobRequest } from './job-queue.ts'

type Outcomes = (ChildOutcome | null)[]

/**
 * Sees to it that every child exists, and returns the outcomes in the order asked, or `parked` where the job now
 * waits for them and must be let go. Job state is the truth; what BullMQ notes about a parent's children only wakes it.
 */
export async function fanOut(
  bull: Bull,
  parent: BullJob,
  token: string,
  children: readonly JobRequest[],
  { mustPass }: { mustPass: boolean }
): Promise<ChildOutcome[] | 'parked'> {
  const policy: ChildPolicy = mustPass ? 'continueParentOnFailure' : 'ignoreDependencyOnFailure'
  await addChildren(bull, parent, children, policy)
  const look = async (): Promise<Outcomes> => {
    const outcomes = await Promise.all(children.map(child => outcomeOf(bull, child)))
    if (mustPass) refuseFailure(children, outcomes)
    return outcomes
  }
  for (let round = 0; round < 3; round++) {
    await look()
    if (await parent.moveToWaitingChildren(token)) return 'parked'
    const outcomes = await look()
    if (isWhole(outcomes)) return outcomes
    for (const [index, child] of children.entries()) {
      if (outcomes[index] === null) await reattach(bull, parent, child, policy)
    }
  }
  throw new Error(`The children of ${parent.id} have not ended, yet the store does not let it wait for them`)
}

/** Notes the children on the parent last: a crash before that adds them again, which changes nothing. */
async function addChildren(
  bull: Bull,
  parent: BullJob,
  children: readonly JobRequest[],
  policy: ChildPolicy
): Promise<void> {
  const known = new Set(parent.data.children)
  for (const child of children)
    await ensureChild(bull, parent, child, { policy, isKnown: known.has(refKey(child)) })
  const all = new Set([...known, ...children.map(refKey)])
  if (all.size === known.size) return
  // Another process may have left word on the job since it was started.
  const latest = await bull.queues[parent.queueName as StageName].getJob(parent.id ?? '')
  await parent.updateData({ ...(latest ?? parent).data, children: [...all] })
}

const isWhole = (outcomes: Outcomes): outcomes is ChildOutcome[] => !outcomes.includes(null)

function refuseFailure(children: readonly JobRequest[], outcomes: Outcomes): void {
  for (const [index, outcome] of outcomes.entries()) {
    if (outcome?.status !== 'failed') continue
    throw new UnrecoverableError(
      `${children[index]?.name ?? 'child'} ${outcome.id} failed: ${outcome.reason}`
    )
  }
}
