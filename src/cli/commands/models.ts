import { isWeaklyChecked } from '../../domain/model-card.ts'
import { megabytes } from '../../domain/megabytes.ts'
import { UnknownModelError, type ListedModel, type ModelStore } from '../../domain/model-store.ts'
import { EXIT, UsageError, type ExitCode } from '../exit.ts'
import { loadLibrarySettings } from '../../config/load-settings.ts'
import { log, printJson } from '../log.ts'
import type { MakeOptions } from '../make-options.ts'
import { withPorts } from '../open-ports.ts'
import { createPullView } from '../pull-view.ts'

/** `models list`. */
export const runModelsList = (options: MakeOptions): Promise<ExitCode> =>
  withPorts(loadLibrarySettings(options), ports => modelsList(ports.models, options))

/** `models pull`. */
export const runModelsPull = (
  ids: readonly string[],
  options: MakeOptions & PullCommandOptions
): Promise<ExitCode> =>
  withPorts(loadLibrarySettings(options), ports => modelsPull(ports.models, ids, options))

/** What there is to pull, and what is installed. */
export async function modelsList(store: ModelStore, options: { json?: boolean }): Promise<ExitCode> {
  const models = await store.list()
  if (options.json === true) printJson({ models: models.map(describe) })
  else process.stdout.write(`${[...models.flatMap(rowsOf), '', nextStep(models)].join('\n')}\n`)
  return EXIT.done
}

export interface PullCommandOptions {
  from?: string
  verify?: boolean
  json?: boolean
}

/** Fetches and installs models, one after the other; stops at the first that fails. */
export async function modelsPull(
  store: ModelStore,
  ids: readonly string[],
  { from, verify, json }: PullCommandOptions
): Promise<ExitCode> {
  checkIds(store, ids)
  const models: Record<string, unknown>[] = []
  await withStopSignal(async signal => {
    for (const id of new Set(ids)) {
      const view = createPullView()
      const onProgress = view.update
      const pulled = await store.pull(id, { from, verify, signal, onProgress }).finally(view.end)
      const bytes = pulled.files.reduce((sum, file) => sum + file.bytes, 0)
      const { folder, revision, fetchedBytes, keptFiles, files } = pulled
      models.push({ id, folder, revision, bytes, fetchedBytes, keptFiles, files: files.length })
      log(`${id} is installed: ${files.length} files, ${megabytes(bytes)}, in ${folder}`)
    }
  })
  if (json === true) printJson({ models })
  return EXIT.done
}

function checkIds(store: ModelStore, ids: readonly string[]): void {
  try {
    ids.forEach(store.card)
  } catch (error) {
    if (error instanceof UnknownModelError) throw new UsageError(error.message)
    throw error
  }
}

/** Ctrl-C ends the pull in good order; a second one ends the process. */
async function withStopSignal(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
  const stop = new AbortController()
  const onSignal = () =>
    stop.abort(new Error('Stopped. What was fetched is kept: the same command goes on from there.'))
  process.once('SIGINT', onSignal).once('SIGTERM', onSignal)
  try {
    await work(stop.signal)
  } finally {
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal)
  }
}

const describe = ({ card, bytes, state, outdated, folder }: ListedModel) => {
  const { id, kind, title, what, licence, licenceUrl } = card
  const check = isWeaklyChecked(card) ? 'md5' : 'sha256'
  return { id, kind, title, what, bytes, licence, licenceUrl, state, outdated, check, folder }
}

const SAYS = { installed: 'installed', partly: 'begun', not: '-' }

function rowsOf({ card, bytes, state, outdated }: ListedModel): string[] {
  const says = outdated ? 'older one' : SAYS[state]
  const weak = isWeaklyChecked(card) ? ' Checked by MD5 alone, the weaker check.' : ''
  return [
    `${card.id.padEnd(30)} ${megabytes(bytes).padStart(7)}  ${says.padEnd(10)} ${card.licence}`,
    `    ${card.what}${weak}`
  ]
}

function nextStep(models: readonly ListedModel[]): string {
  const begun = models.find(({ state }) => state === 'partly')
  if (begun !== undefined) return `duologue models pull ${begun.card.id} goes on where it ended.`
  const [best] = models
  if (best === undefined) return 'The catalogue is empty.'
  if (models.some(({ state }) => state === 'installed'))
    return 'What is installed is used, the best first; --speech chooses.'
  return `Nothing is installed. duologue models pull ${best.card.id} fetches ${megabytes(best.bytes)}; episodes are spoken with it from then on.`
}
