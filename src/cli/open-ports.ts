import { compose, type Ports } from '../compose.ts'
import type { Settings } from '../config/load-settings.ts'
import { log } from './log.ts'

/** The ports of a command that needs no queue; whoever asks releases them. */
export const openPorts = (settings: Settings): Promise<Ports> => compose(settings, log)

/** Lends the ports of a command that needs no queue, and releases them in any case. */
export async function withPorts<T>(settings: Settings, work: (ports: Ports) => Promise<T>): Promise<T> {
  const ports = await openPorts(settings)
  try {
    return await work(ports)
  } finally {
    await ports.release()
  }
}
