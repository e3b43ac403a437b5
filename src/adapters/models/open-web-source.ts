import type { ModelFile } from '../../domain/model-card.ts'
import { explainNetworkFailure, shownUrl } from './explain-failure.ts'
import type { FileSource } from './file-source.ts'
import { openDownload } from './open-download.ts'
import { planAnswer } from './plan-answer.ts'
import { PullError } from './pull-error.ts'
import { createStallLimit, type StallLimit } from './stall-limit.ts'

export interface WebSourceOptions {
  offset: number
  etag: string | null
  stallMs: number
  signal: AbortSignal
}

/** A file of a repository, from `offset` on where the server can do that. */
export async function openWebSource(
  start: URL,
  file: ModelFile,
  { offset, etag, stallMs, signal }: WebSourceOptions
): Promise<FileSource> {
  const limit = createStallLimit(stallMs, start.host, signal)
  try {
    const { url, response } = await openDownload(start, { offset, etag, signal: limit.signal })
    const { headers } = response
    const head = {
      status: response.status,
      contentType: headers.get('content-type'),
      contentEncoding: headers.get('content-encoding'),
      contentLength: headers.get('content-length'),
      contentRange: headers.get('content-range')
    }
    try {
      return {
        start: planAnswer(url, head, file, offset),
        etag: strongEtag(headers.get('etag')),
        name: shownUrl(start),
        chunks: readBody(url, response, limit)
      }
    } catch (error) {
      await response.body?.cancel()
      throw error
    }
  } catch (error) {
    limit.end()
    throw error
  }
}

/** A weak one does not promise the same bytes, and If-Range takes only a strong one (RFC 9110, 13.1.5). */
const strongEtag = (etag: string | null): string | null => (etag?.startsWith('"') === true ? etag : null)

async function* readBody(url: URL, response: Response, limit: StallLimit): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of response.body ?? []) {
      limit.touch()
      yield chunk
      limit.touch()
    }
  } catch (cause) {
    limit.signal.throwIfAborted()
    const { says, retryable } = explainNetworkFailure(url, cause)
    throw new PullError(says, { retryable, cause })
  } finally {
    limit.end()
  }
}
