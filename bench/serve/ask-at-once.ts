import { Agent, request } from 'node:http'

export interface Asked {
  url: string
  requests: number
  gzip: boolean
}

export interface Answered {
  ms: number
  /** Null where there was no answer. */
  status: number | null
  bytes: number
  fault: string | null
}

const agent = new Agent({ keepAlive: false, maxSockets: Infinity })

const askOnce = (url: string, gzip: boolean): Promise<Answered> =>
  new Promise(resolve => {
    const began = performance.now()
    let bytes = 0
    const end = (status: number | null, fault: string | null) =>
      resolve({ ms: performance.now() - began, status, bytes, fault })
    request(url, { agent, headers: gzip ? { 'accept-encoding': 'gzip' } : {} }, response => {
      response
        .on('data', (chunk: Buffer) => (bytes += chunk.length))
        .once('end', () => end(response.statusCode ?? null, null))
        .once('error', error => end(null, error.message))
    })
      .once('error', error => end(null, error.message))
      .end()
  })

/** Started by bench/serve.ts as a process of its own: asks all at once, each on a connection of its own. */
process.on('message', ({ url, requests, gzip }: Asked) => {
  void Promise.all(Array.from({ length: requests }, () => askOnce(url, gzip))).then(answers =>
    process.send?.(answers)
  )
})
