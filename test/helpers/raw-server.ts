import { createServer } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'

export interface RawServer {
  /** http://127.0.0.1:PORT, without a slash at the end. */
  url: string
  port: number
  /** Connections that ever came. */
  connections(): number
  close(): Promise<void>
}

/** Hands each connection over when the first bytes of a request have come: what is sent then is up to the test. */
export async function startRawServer(
  answer: (socket: Socket) => void,
  host = '127.0.0.1'
): Promise<RawServer> {
  let connections = 0
  const open = new Set<Socket>()
  const server = createServer(socket => {
    connections += 1
    open.add(socket)
    socket.on('close', () => open.delete(socket))
    socket.on('error', () => socket.destroy())
    socket.once('data', () => answer(socket))
  })
  await new Promise<void>(resolve => server.listen(0, host, resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://${host}:${port}`,
    port,
    connections: () => connections,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        open.forEach(socket => socket.destroy())
      })
  }
}
