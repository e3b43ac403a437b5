import { createHash } from 'node:crypto'
import { Agent, request } from 'node:http'

export interface Asked {
  url: string
  requests: number
  gzip: boolean
  /** Also tell what came; it takes time of its own. */
  hashed?: boolean
}

export interface Answered {
  ms: number
  /** Null where there was no answer. */
  status: number | null
  bytes: number
  /** Of what came, packed or not; null where it was not asked for. */
  sha256: string | null
  fault: string | null
}

const agent = new Agent({ keepAlive: false, maxSockets: Infinity })

const askOnce = ({ url, gzip, hashed = false }: Asked): Promise<Answered> =>
  new Promise(resolve => {
    const began = performance.now()
    let bytes = 0
    const hash = hashed ? createHash('sha256') : null
    const end = (status: number | null, fault: string | null) =>
      resolve({
        ms: performance.now() - began,
        status,
        bytes,
        sha256: hash?.copy().digest('hex') ?? null,
        fault
      })
    request(url, { agent, headers: gzip ? { 'accept-encoding': 'gzip' } : {} }, response => {
      response
        .on('data', (chunk: Buffer) => {
          bytes += chunk.length
          hash?.update(chunk)
        })
        .once('end', () => end(response.statusCode ?? null, null))
        .once('error', error => end(null, error.message))
    })
      .once('error', error => end(null, error.message))
      .end()
  })

/** Started as a process of its own: asks all at once, each on a connection of its own. */
process.on('message', (asked: Asked) => {
  void Promise.all(Array.from({ length: asked.requests }, () => askOnce(asked))).then(answers =>
    process.send?.(answers)
  )
})
