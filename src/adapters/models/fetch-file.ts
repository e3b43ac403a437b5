import { setTimeout as sleep } from 'node:timers/promises'
import type { ModelFile } from '../../domain/model-card.ts'
import { megabytes } from '../../domain/megabytes.ts'
import { diskError, isSystemError } from './disk-error.ts'
import type { OpenSource } from './file-source.ts'
import type { FilePlaces } from './model-places.ts'
import { openPart, type Part } from './open-part.ts'
import { beginsAsWebPage, webPageError, wrongSizeError } from './plan-answer.ts'
import { PullError } from './pull-error.ts'

/** A try that brought so much is a success of its own: the count of tries begins again. */
const PROGRESS_BYTES = 1 << 20

export interface FetchOptions {
  tries: number
  /** Before the second try; it doubles for each further one. */
  retryDelayMs: number
  signal: AbortSignal
  /** How much of the file is here now. */
  onBytes(bytes: number): void
}

/** Brings one file to its staged place, whole and right. Gives how many bytes it took from the source. */
export async function fetchFile(
  file: ModelFile,
  places: FilePlaces,
  openSource: OpenSource,
  options: FetchOptions
): Promise<number> {
  const reach = { fetched: 0, furthest: 0 }
  for (let failed = 1; ; failed++) {
    const before = reach.furthest
    try {
      await runTry(file, places, openSource, options, reach)
      return reach.fetched
    } catch (error) {
      options.signal.throwIfAborted()
      if (!(error instanceof PullError) || !error.retryable) throw error
      if (reach.furthest - before >= PROGRESS_BYTES) failed = 1
      if (failed >= options.tries) throw lastError(error, file, reach.furthest)
      const delayMs = Math.max(error.waitMs, options.retryDelayMs * 2 ** (failed - 1))
      await sleep(delayMs, undefined, { signal: options.signal })
    }
  }
}

interface Reach {
  fetched: number
  furthest: number
}

async function runTry(
  file: ModelFile,
  places: FilePlaces,
  openSource: OpenSource,
  { signal, onBytes }: FetchOptions,
  reach: Reach
): Promise<void> {
  const explain = async (error: unknown) =>
    isSystemError(error) ? diskError(error, places.part, file) : error
  const part = await openPart(file, places, signal).catch(async error => {
    throw await explain(error)
  })
  try {
    let from = places.part
    reach.furthest = Math.max(reach.furthest, part.bytes())
    if (part.bytes() < file.bytes)
      from = await fillPart(part, file, openSource, bytes => {
        reach.fetched += bytes
        reach.furthest = Math.max(reach.furthest, part.bytes())
        onBytes(part.bytes())
      })
    await part.finish(from)
  } catch (thrown) {
    const error = await explain(thrown)
    if (part.bytes() === 0 || (error instanceof PullError && error.discard)) await part.discard()
    throw error
  } finally {
    await part.close()
  }
}

/** Reads the source to its end into the part; gives the source's name. */
async function fillPart(
  part: Part,
  file: ModelFile,
  openSource: OpenSource,
  onBytes: (bytes: number) => void
): Promise<string> {
  const source = await openSource(part.bytes(), part.etag)
  if (source.start === 0 && part.bytes() > 0) await part.restart()
  await part.remember(source.etag)
  for await (const chunk of source.chunks) {
    if (part.bytes() === 0 && beginsAsWebPage(chunk)) throw webPageError(source.name)
    if (part.bytes() + chunk.length > file.bytes)
      throw wrongSizeError(source.name, file, 'it goes on after the last byte')
    await part.append(chunk)
    onBytes(chunk.length)
  }
  if (part.bytes() < file.bytes)
    throw new PullError(`${source.name} ended after ${part.bytes()} of ${file.bytes} bytes`, {
      retryable: true
    })
  return source.name
}

function lastError(error: PullError, file: ModelFile, bytes: number): PullError {
  const kept =
    error.discard || bytes === 0
      ? ''
      : `. ${megabytes(bytes)} of the ${megabytes(file.bytes)} of ${file.path} are here; the same command goes on from there`
  return new PullError(`${error.message}${kept}`, { cause: error })
}
