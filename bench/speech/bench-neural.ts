import { availableParallelism } from 'node:os'
import { NEWS_TURNS } from '../news-text.ts'
import { findKokoro, findPiper, type ModelFile } from './find-models.ts'
import { installPeers } from './install-peers.ts'
import type { BenchOptions } from './parse-bench-options.ts'
import { pickSentences } from './pick-sentences.ts'
import type { Printer } from './printer.ts'
import { raceContenders } from './race-contenders.ts'
import { reportRenders } from './report-renders.ts'
import { reportSpeed } from './report-speed.ts'
import { goalOfStall, stallRows } from './report-stall.ts'
import { runTask } from './run-task.ts'
import { CONTENDERS, type ContenderName, type OursSetup } from './tasks.ts'

type Neural = 'kokoro' | 'piper'

const IDLE_SECONDS = 5
const STALL_TURNS = 6
const SHORT_CHARACTERS = 45

/** All that is measured of one neural family. */
export async function benchNeural(family: Neural, options: BenchOptions, print: Printer): Promise<unknown> {
  const file = family === 'kokoro' ? await findKokoro(options.kokoro) : await findPiper(options.piper)
  print.line(
    `${family}: ${file.path}, sha256 ${file.sha256.slice(0, 12)}${file.standIn ? ', random weights of the real architecture' : ''}`
  )
  const speed = await benchSpeed(family, file, options, print)
  const ours = oursOf(family, file, options)
  const stall = family === 'kokoro' ? await benchStall(ours, print) : null
  const renders = family === 'kokoro' && options.renders > 0 ? await benchRenders(ours, options, print) : null
  return { model: file, speed, stall, renders }
}

async function benchSpeed(family: Neural, file: ModelFile, options: BenchOptions, print: Printer) {
  const sentences = pickSentences(NEWS_TURNS, options.seconds)
  const contenders = CONTENDERS.filter(name => family === 'kokoro' || name !== 'kokoro-js')
  const fault = await installPeers(print.progress)
  const peers: ContenderName[] = ['kokoro-js', 'sherpa-onnx-node']
  const contended = await raceContenders({
    contenders,
    setup: {
      family,
      model: file.path,
      voice: file.voice,
      cores: availableParallelism(),
      ...deviceOf(options)
    },
    sha256: file.sha256,
    sentences,
    rounds: options.rounds,
    missing: new Map(fault === null ? [] : peers.map(name => [name, fault])),
    say: print.progress
  })
  const { rows, summaries, goals } = reportSpeed(contended)
  print.table(
    `${family}: ${sentences.length} sentences, ${options.rounds} rounds, medians; "ours is" compares audio seconds per second`,
    rows
  )
  goals.forEach(print.goal)
  return { sentences: sentences.length, summaries, contended, goals }
}

async function benchStall(setup: OursSetup, print: Printer) {
  const turns = NEWS_TURNS.slice(0, STALL_TURNS)
  const rendering = await runTask<'stall'>({ kind: 'stall', setup, turns })
  const idle = await runTask<'idle'>({ kind: 'idle', threads: rendering.workers, seconds: IDLE_SECONDS })
  print.table(
    'The main thread while takes are rendered',
    stallRows({ [setup.family]: rendering, 'nothing, beside as many busy threads': idle })
  )
  const goal = goalOfStall(setup.family, rendering)
  print.goal(goal)
  return { rendering, idle, goal }
}

async function benchRenders(setup: OursSetup, options: BenchOptions, print: Printer) {
  const sentences = pickSentences(NEWS_TURNS, 600).filter(({ length }) => length <= SHORT_CHARACTERS)
  const run = await runTask<'renders'>({ kind: 'renders', setup, count: options.renders, sentences })
  const report = reportRenders(run)
  print.table(`${options.renders} renders through one pool of ${run.workers}`, report.rows)
  report.goals.forEach(print.goal)
  return { ...run, ...report }
}

const oursOf = (family: Neural, { path, voice }: ModelFile, options: BenchOptions): OursSetup => ({
  family,
  model: path,
  voice,
  ...deviceOf(options)
})

const deviceOf = ({ device, workers }: BenchOptions) => ({
  ...(device === undefined ? {} : { device }),
  ...(workers === undefined ? {} : { workers })
})
