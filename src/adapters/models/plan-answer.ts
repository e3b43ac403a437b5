import type { ModelFile } from '../../domain/model-card.ts'
import { megabytes } from '../../domain/megabytes.ts'
import { shownUrl } from './explain-failure.ts'
import { PullError } from './pull-error.ts'

export interface AnswerHead {
  status: number
  contentType: string | null
  contentEncoding: string | null
  contentLength: string | null
  contentRange: string | null
}

/** Where the answer's first byte belongs: at `offset`, or at 0 where the server gives the whole file. Throws where it is no answer to the request. */
export function planAnswer(url: URL, head: AnswerHead, file: ModelFile, offset: number): number {
  if (head.status === 416)
    throw new PullError(`${shownUrl(url)} has nothing from byte ${offset} on`, {
      retryable: true,
      discard: true
    })
  if (/^text\/html\b/i.test(head.contentType ?? '')) throw webPageError(shownUrl(url))
  if (head.contentEncoding !== null && head.contentEncoding !== 'identity')
    throw new PullError(
      `${shownUrl(url)} comes packed as ${head.contentEncoding}, though it was asked for as it is; a proxy on the way may do that`
    )
  if (head.status === 200) return checkTotal(url, file, head.contentLength, 0)
  const range = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(head.contentRange ?? '')
  if (range === null || Number(range[1]) !== offset)
    throw new PullError(`${shownUrl(url)} gave another part of the file than it was asked for`, {
      retryable: true,
      discard: true
    })
  return checkTotal(url, file, range[2] === '*' ? null : (range[2] ?? null), offset)
}

function checkTotal(url: URL, file: ModelFile, total: string | null, start: number): number {
  if (total === null || Number(total) === file.bytes) return start
  throw wrongSizeError(shownUrl(url), file, `it has ${total} bytes`)
}

/** `from` is an address or a path, as it may be printed. */
export const wrongSizeError = (from: string, file: ModelFile, says: string): PullError =>
  new PullError(
    `${from} is not the file of the catalogue: ${says}, and ${file.path} has ${file.bytes} (${megabytes(file.bytes)}). The server, or a proxy on the way, gives something else`,
    { discard: true }
  )

export const webPageError = (from: string): PullError =>
  new PullError(
    `${from} gave a web page instead of the file: perhaps the log-in page of the network, or an error page of a mirror. Open a browser and log in, or correct HF_ENDPOINT`,
    { discard: true }
  )

/** Does content that claims to be anything else begin as a web page does? */
export const beginsAsWebPage = (chunk: Uint8Array): boolean =>
  /^\s*<(?:!doctype html|html)\b/i.test(Buffer.from(chunk.subarray(0, 200)).toString('latin1'))
