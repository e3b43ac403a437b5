import type { Context } from 'hono'
import { streamSSE, type SSEStreamingApi } from 'hono/streaming'
import type { EpisodeRef } from '../../domain/episode.ts'
import { watchRun } from '../../jobs/watch-run.ts'
import { ApiFault } from './api-fault.ts'
import { toState, type StateSources } from './episode-state.ts'

const MOST_FOLLOWERS = 64
/** Proxies cut a stream that is silent for a minute. */
const ALIVE_EVERY_MS = 15_000

export type StateStream = (context: Context, ref: EpisodeRef) => Response

/** Streams how an episode stands, until it is done or has failed or the client goes away. */
export function createStateStream(sources: StateSources): StateStream {
  let followers = 0
  return (context, ref) => {
    if (followers >= MOST_FOLLOWERS)
      throw new ApiFault(503, `${MOST_FOLLOWERS} are following already; try again in a while.`)
    // Else nginx gathers events before it passes them on.
    context.header('x-accel-buffering', 'no')
    context.header('cache-control', 'no-store')
    // Nobody would read the stream, or end it.
    if (context.req.method === 'HEAD') return context.body(null, 200, { 'content-type': 'text/event-stream' })
    followers += 1
    return streamSSE(context, stream =>
      send(sources, ref, stream).finally(() => {
        followers -= 1
      })
    )
  }
}

async function send(sources: StateSources, ref: EpisodeRef, stream: SSEStreamingApi): Promise<void> {
  const gone = new AbortController()
  stream.onAbort(() => gone.abort())
  const alive = setInterval(() => void stream.write(': still here\n\n'), ALIVE_EVERY_MS)
  try {
    let id = 0
    const tell = async (event: string, data: unknown) =>
      stream.writeSSE({ id: String((id += 1)), event, data: JSON.stringify(data) })
    for await (const status of watchRun(sources.desk, ref, { signal: gone.signal }))
      await tell('state', await toState(sources, status))
    await tell('end', {})
  } catch (error) {
    if (!gone.signal.aborted) throw error
  } finally {
    clearInterval(alive)
  }
}
