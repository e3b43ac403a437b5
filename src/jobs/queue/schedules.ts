import type { StageName } from '../../domain/stages.ts'
import { hashOf } from '../../domain/hash.ts'
import type { Bull, BullQueue } from './bull.ts'
import { dueAt } from './cron-times.ts'
import { wrap, type Envelope } from './envelope.ts'
import { buildTries, validateJobId } from './job-options.ts'
import type { JobQueue, ScheduleRequest } from './job-queue.ts'

type Schedule = Awaited<ReturnType<JobQueue['schedules']>>[number]

/**
 * Creates or changes a schedule. One that is as asked is left alone, since BullMQ would replace its next job, also
 * one that is due and has not been taken yet.
 */
export async function schedule(bull: Bull, request: ScheduleRequest): Promise<void> {
  const { id, cron, timeZone, name } = request
  validateJobId(id)
  validateTimeZone(id, timeZone)
  validateFields(id, cron)
  const queue = bull.queues[request.stage]
  const data = wrap(request.data)
  if (await isInPlace(queue, request, data)) return
  try {
    await queue.upsertJobScheduler(
      id,
      { pattern: cron, tz: timeZone },
      { name, data, opts: buildTries(request) }
    )
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new TypeError(`The schedule ${id} cannot be kept: cron pattern "${cron}" (${reason})`, {
      cause: error
    })
  }
}

export async function listSchedules(bull: Bull, stage: StageName): Promise<Schedule[]> {
  const found = await bull.queues[stage].getJobSchedulers(0, -1, true)
  return found.map(({ key, pattern = '', tz = 'UTC', next }) => ({
    id: key,
    cron: pattern,
    timeZone: tz,
    next: next === undefined ? null : new Date(next)
  }))
}

function validateTimeZone(id: string, timeZone: string): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone })
  } catch {
    throw new TypeError(
      `The schedule ${id} has no known time zone "${timeZone}": write an IANA name such as Europe/Berlin`
    )
  }
}

function validateFields(id: string, cron: string): void {
  if (/^\S+( +\S+){4}$/.test(cron.trim())) return
  throw new TypeError(
    `The schedule ${id} has no valid cron pattern "${cron}": write five fields (minute hour day month weekday), such as 0 6 * * *`
  )
}

const jobIdOf = (schedule: string, time: number): string => `repeat:${schedule}:${time}`

/** When a job was due, by its id; null unless a schedule made it. */
export function dueTimeOf(jobId: string): Date | null {
  const time = /^repeat:.*:(\d+)$/.exec(jobId)?.[1]
  return time === undefined ? null : new Date(Number(time))
}

async function isInPlace(queue: BullQueue, request: ScheduleRequest, data: Envelope): Promise<boolean> {
  const known = await queue.getJobScheduler(request.id)
  if (known?.next === undefined || known.pattern !== request.cron || known.tz !== request.timeZone)
    return false
  // A clock that was ahead has left a time that would not come for long.
  if (known.next > dueAt(request.cron, request.timeZone, new Date()).getTime()) return false
  if (known.name !== request.name || hashOf(known.template?.data) !== hashOf(data)) return false
  return (await queue.getJob(jobIdOf(request.id, known.next))) !== undefined
}
