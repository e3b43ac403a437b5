import { canParseUrl } from '../../domain/can-parse-url.ts'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { ModelCard } from '../../domain/model-card.ts'
import { modelBytes } from '../../domain/model-card.ts'
import type { PulledModel, PullOptions } from '../../domain/model-store.ts'
import { ModelError } from '../../domain/model-store.ts'
import { codeOf } from './explain-failure.ts'
import { fetchFile } from './fetch-file.ts'
import type { OpenSource } from './file-source.ts'
import { makeStoreFolder, needSpaceFor } from './free-space.ts'
import { installFiles } from './install-files.ts'
import { findInstalled, manifestHas, readManifest } from './model-manifest.ts'
import { manifestOf } from './model-places.ts'
import type { ModelStoreSettings } from './model-store-settings.ts'
import { findInFolder, openFolderSource } from './open-folder-source.ts'
import { openWebSource } from './open-web-source.ts'
import { bytesToFetch, missingOf, planPull, type PlannedFile } from './plan-pull.ts'
import { withPullLock } from './pull-lock.ts'
import { runLanes } from './run-lanes.ts'

/** Installs a model whole, or leaves what is installed as it was. */
export async function pullModel(
  card: ModelCard,
  store: ModelStoreSettings,
  options: PullOptions
): Promise<PulledModel> {
  const { dir } = store
  const signal = options.signal ?? new AbortController().signal
  await makeStoreFolder(dir)
  return withPullLock(dir, async () => {
    const planned = await planPull(dir, card, store.cards, { verify: options.verify === true, signal })
    await forgetDamaged(dir, card, planned)
    await needSpaceFor(bytesToFetch(planned), dir, store.freeBytes)
    const fetchedBytes = await fetchMissing(card, planned, store, { ...options, signal })
    await installFiles(dir, card, planned).catch((cause: unknown) => {
      throw new ModelError(
        `${card.id} is fetched whole, but cannot be put in its place in ${dir} (${codeOf(cause)}); with that mended, the same command ends the work`,
        { cause }
      )
    })
    const installed = await findInstalled(dir, card)
    if (installed === null) throw new ModelError(`${card.id} vanished from ${dir} as it was installed`)
    const keptFiles = planned.filter(({ state }) => state === 'installed').length
    return { ...installed, fetchedBytes, keptFiles }
  })
}

/** A model that lost a file, or has a wrong one, is not installed until it is whole again. */
async function forgetDamaged(dir: string, card: ModelCard, planned: readonly PlannedFile[]): Promise<void> {
  const manifest = await readManifest(dir, card.id)
  if (planned.some(({ state, file }) => state !== 'installed' && manifestHas(manifest, file)))
    await rm(manifestOf(dir, card.id), { force: true })
}

/** Brings what is missing to its staged place; gives how many bytes it took. */
async function fetchMissing(
  card: ModelCard,
  planned: readonly PlannedFile[],
  store: ModelStoreSettings,
  { from, signal, onProgress }: PullOptions & { signal: AbortSignal }
): Promise<number> {
  const missing = missingOf(planned)
  const sourceOf = await chooseSource(card, missing, store, from)
  const here = new Map(
    planned.map(({ file, state, partBytes }) => [file, state === 'missing' ? partBytes : file.bytes])
  )
  const totalBytes = modelBytes(card)
  let fetchedBytes = 0
  await runLanes(missing, store.limits.lanes, signal, async ({ file, places }, laneSignal) => {
    const fetched = await fetchFile(file, places, sourceOf(file, laneSignal), {
      ...store.limits,
      signal: laneSignal,
      onBytes(bytes) {
        here.set(file, bytes)
        const doneBytes = [...here.values()].reduce((sum, bytes) => sum + bytes, 0)
        onProgress?.({ id: card.id, file: file.path, doneBytes, totalBytes })
      }
    })
    fetchedBytes += fetched
  })
  return fetchedBytes
}

type SourceOf = (file: PlannedFile['file'], signal: AbortSignal) => OpenSource

async function chooseSource(
  card: ModelCard,
  missing: readonly PlannedFile[],
  { endpoint, limits }: ModelStoreSettings,
  from: string | undefined
): Promise<SourceOf> {
  if (from === undefined)
    return (file, signal) => (offset, etag) =>
      openWebSource(urlOf(endpoint, card, file.source), file, { offset, etag, signal, ...limits })
  const found = await findInFolder(
    from,
    card,
    missing.map(({ file }) => file)
  )
  return (file, signal) => offset =>
    openFolderSource(found.get(file) ?? join(from, file.path), file, offset, signal)
}

function urlOf(endpoint: string, { repository, revision }: ModelCard, source: string): URL {
  const address = `${endpoint.replace(/\/+$/, '')}/${repository}/resolve/${revision}/${source}`
  if (/^https?:\/\//.test(endpoint) && canParseUrl(address)) return new URL(address)
  throw new ModelError(
    `HF_ENDPOINT is "${endpoint}"; it should be an address such as https://mirror.example.org`
  )
}
