import { refKey, type JobRef } from './envelope.ts'

/** Reasons that a job's signal is aborted with. */
export class JobCancelled extends Error {
  override readonly name = 'JobCancelled'
}
export class WorkerStopping extends Error {
  override readonly name = 'WorkerStopping'
}

/** The jobs in this process's hands, and the way to abort them. */
export class RunningJobs {
  private readonly controllers = new Map<string, AbortController>()

  begin(ref: JobRef): AbortController {
    const controller = new AbortController()
    this.controllers.set(refKey(ref), controller)
    return controller
  }

  end(ref: JobRef, controller: AbortController): void {
    if (this.controllers.get(refKey(ref)) === controller) this.controllers.delete(refKey(ref))
  }

  abort(ref: JobRef, reason: Error): void {
    this.controllers.get(refKey(ref))?.abort(reason)
  }
}
