import type { EpisodeRef } from '../domain/episode.ts'
import type { Asked, EpisodeDesk } from '../jobs/episode-desk.ts'
import type { QueueCounts } from '../jobs/count-jobs.ts'
import type { RunStatus } from '../jobs/run-status.ts'
import type { ServerFile } from './server-file.ts'

/** The desk of the process that holds the library, asked over HTTP. */
export interface RemoteDesk extends EpisodeDesk {
  counts(): Promise<QueueCounts>
}

/** Null where the process behind server.json does not answer as itself. */
export async function connectDesk(file: ServerFile): Promise<RemoteDesk | null> {
  const answer = await call<{ instanceId: string }>(file, 'GET', '/instance').catch(() => null)
  return answer?.instanceId === file.instanceId ? createRemoteDesk(file) : null
}

function createRemoteDesk(file: ServerFile): RemoteDesk {
  const path = (ref: EpisodeRef) => `/episodes/${ref.show}/${ref.episode}`
  return {
    request: async request => (await call<{ asked: Asked }>(file, 'POST', '/episodes', request)).asked,
    renderAgain: async ref => void (await call(file, 'POST', `${path(ref)}/render`, {})),
    status: ref => call<RunStatus>(file, 'GET', path(ref)),
    cancel: async (ref, reason) =>
      (await call<{ cancelled: boolean }>(file, 'POST', `${path(ref)}/cancel`, { reason })).cancelled,
    counts: () => call<QueueCounts>(file, 'GET', '/queue')
  }
}

/** The process that held the queue does not answer any more. */
export class ProcessGoneError extends Error {
  override readonly name = 'ProcessGoneError'
}

async function call<T>(file: ServerFile, method: string, path: string, body?: unknown): Promise<T> {
  const response = await fetchFrom(file, `${file.url}/api/desk${path}`, {
    method,
    headers: { authorization: `Bearer ${file.token}`, 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
    signal: AbortSignal.timeout(30_000)
  })
  const answer = (await response.json()) as T & { detail?: string }
  if (!response.ok)
    throw new Error(answer.detail ?? `The running duologue (pid ${file.pid}) answered ${response.status}`)
  return answer
}

async function fetchFrom(file: ServerFile, url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init)
  } catch (cause) {
    throw new ProcessGoneError(`The duologue process ${file.pid} does not answer any more`, { cause })
  }
}
