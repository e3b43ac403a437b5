import { fileURLToPath } from 'node:url'
import { loadVoices } from '../../src/adapters/voices/load-voices.ts'
import { lexiconFor } from '../../src/stages/render/lexicon-for.ts'
import { NEWS_TURNS } from '../news-text.ts'
import { measureFliteThreads, threadRows } from './measure-flite-threads.ts'
import type { Printer } from './printer.ts'
import { finishedRows, goalOfFinished } from './report-finished.ts'
import { goalOfStall, stallRows } from './report-stall.ts'
import { runTask } from './run-task.ts'

const FINISHED_TURNS = 6
const IDLE_SECONDS = 5

/** Flite: a finished minute on one core, on several threads, and what the main thread has of it. */
export async function benchFlite(print: Printer): Promise<unknown> {
  const finished = await runTask<'finished'>({ kind: 'finished', turns: NEWS_TURNS.slice(0, FINISHED_TURNS) })
  print.table(
    'flite: finished speech (said, trimmed, joined, levelled) on one thread',
    finishedRows(finished)
  )
  const minute = goalOfFinished(finished)
  print.goal(minute)

  const { voices, lexicons } = await loadVoices(fileURLToPath(new URL('../../voices', import.meta.url)))
  const lexicon = lexiconFor({ lexicons, show: {}, family: 'flite', phonemes: false })
  const threads = await measureFliteThreads(voices, lexicon)
  print.table('flite: all voices at once, finished', threadRows(threads))

  const rendering = await runTask<'stall'>({ kind: 'stall', setup: { family: 'flite' }, turns: NEWS_TURNS })
  const idle = await runTask<'idle'>({ kind: 'idle', threads: rendering.workers, seconds: IDLE_SECONDS })
  print.table(
    'The main thread while takes are rendered',
    stallRows({ flite: rendering, 'nothing, beside as many busy threads': idle })
  )
  const goal = goalOfStall('flite', rendering)
  print.goal(goal)
  return { finished, threads, stall: { rendering, idle }, goals: [minute, goal] }
}
