import { Listr, ListrLogger, ProcessOutput } from 'listr2'
import { STAGES, type StageName } from '../domain/stages.ts'
import type { RunStatus, StageStatus } from '../jobs/run-status.ts'

const SAYS = {
  fetch: 'Fetch the feeds',
  write: 'Write the script',
  render: 'Render the voices',
  mix: 'Mix and master',
  publish: 'Publish'
} satisfies Record<StageName, string>

/** Shows a run while it goes on: a list with progress bars on a terminal, plain lines elsewhere (both on stderr). */
export async function viewRun(statuses: AsyncGenerator<RunStatus, RunStatus>): Promise<RunStatus> {
  return process.stdout.isTTY && process.stderr.isTTY ? viewOnTerminal(statuses) : viewAsLines(statuses)
}

async function viewAsLines(statuses: AsyncGenerator<RunStatus, RunStatus>): Promise<RunStatus> {
  const seen = new Map<StageName, string>()
  return follow(statuses, status => {
    for (const stage of status.stages) {
      if (stage.state === 'waiting' || seen.get(stage.stage) === stage.state) continue
      seen.set(stage.stage, stage.state)
      process.stderr.write(`${stage.stage.padEnd(8)} ${line(stage)}\n`)
    }
  })
}

const line = ({ state, seconds }: StageStatus): string => {
  if (state === 'active') return 'started'
  if (state === 'skipped') return 'unchanged'
  return state === 'done' ? `done in ${(seconds ?? 0).toFixed(1)} s` : state
}

/** One listr2 task per stage, each ended from outside by what the queue says. */
async function viewOnTerminal(statuses: AsyncGenerator<RunStatus, RunStatus>): Promise<RunStatus> {
  const gates = new Map(STAGES.map(stage => [stage, createGate()]))
  let last: RunStatus | undefined
  const list = new Listr(
    STAGES.map(stage => ({
      title: SAYS[stage],
      task: (_context, task) => {
        gates.get(stage)?.onUpdate(status => {
          task.output = bar(status)
        })
        return gates.get(stage)?.ended.then(status => {
          if (status?.state === 'failed') throw new Error(`${SAYS[stage]}: failed`)
          task.title = status === null ? SAYS[stage] : `${SAYS[stage]}: ${line(status)}`
          if (status === null) task.skip()
        })
      }
    })),
    {
      concurrent: true,
      exitOnError: false,
      renderer: 'default',
      rendererOptions: {
        collapseErrors: false,
        logger: new ListrLogger({ processOutput: new ProcessOutput(process.stderr, process.stderr) })
      },
      fallbackRenderer: 'simple'
    }
  )
  const shown = list.run().catch(() => {})
  try {
    last = await follow(statuses, status =>
      status.stages.forEach(stage => gates.get(stage.stage)?.update(stage))
    )
    return last
  } finally {
    gates.forEach(gate => gate.end())
    await shown
  }
}

const BAR = 24

function bar({ state, progress }: StageStatus): string {
  if (state !== 'active') return ''
  if (progress === null || progress.total === 0) return 'at work'
  const full = Math.round((Math.min(progress.done, progress.total) / progress.total) * BAR)
  return `${'█'.repeat(full)}${'░'.repeat(BAR - full)} ${progress.done} of ${progress.total}`
}

const ENDED = new Set<StageStatus['state']>(['done', 'skipped', 'failed'])

/** Between what the queue says and a task of the list; listr2 cannot be told anything of a task that has ended. */
function createGate() {
  let open = true
  let listener: (status: StageStatus) => void = () => {}
  let resolve: (status: StageStatus | null) => void = () => {}
  const ended = new Promise<StageStatus | null>(done => (resolve = done))
  return {
    ended,
    onUpdate: (next: (status: StageStatus) => void) => void (listener = next),
    update(status: StageStatus) {
      if (!open) return
      if (ENDED.has(status.state)) {
        open = false
        resolve(status)
      } else listener(status)
    },
    end() {
      open = false
      resolve(null)
    }
  }
}

async function follow(
  statuses: AsyncGenerator<RunStatus, RunStatus>,
  show: (status: RunStatus) => void
): Promise<RunStatus> {
  for (;;) {
    const { value, done } = await statuses.next()
    show(value)
    if (done === true) return value
  }
}
