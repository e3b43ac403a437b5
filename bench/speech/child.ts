import { text } from 'node:stream/consumers'
import { openContender } from './contenders/open-contender.ts'
import { measureFinished } from './measure-finished.ts'
import { measureRenders } from './measure-renders.ts'
import { measureSpeed } from './measure-speed.ts'
import { measureIdle, measureStall } from './measure-stall.ts'
import type { Task, TaskResult } from './tasks.ts'

/** One task a process: it comes on stdin, its result is the last line of stdout. */
const task = JSON.parse(await text(process.stdin)) as Task & { startedMs: number }

function runHere(): Promise<TaskResult[Task['kind']]> {
  switch (task.kind) {
    case 'speed':
      return measureSpeed(() => openContender(task.contender, task.setup), task.sentences, task.startedMs)
    case 'stall':
      return measureStall(task.setup, task.turns)
    case 'idle':
      return measureIdle(task.threads, task.seconds)
    case 'renders':
      return measureRenders(task.setup, task.count, task.sentences)
    case 'finished':
      return measureFinished(task.turns)
  }
}

const answer = await runHere().catch((error: unknown) => ({
  failed: error instanceof Error ? error.message : String(error)
}))
process.stdout.write(`\n${JSON.stringify(answer)}\n`, () => process.exit(0))
