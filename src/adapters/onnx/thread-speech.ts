import { move, transferableSymbol, valueSymbol } from 'piscina'
import type { Speech } from '../../stages/render/ports.ts'
import type { Device } from './device.ts'

/** What every call into a thread brings. */
export interface ThreadCall {
  /** Not 0 once nobody waits for the result. */
  cancelled: Int32Array
}

/** What a thread tells after it has loaded its model. */
export interface Opened {
  /** Part of the content address of a take. */
  address: string
  device: Device
  /** What a person should know: a device that could not be used, an export that lacks something. */
  notes: string[]
}

export const isCancelled = ({ cancelled }: ThreadCall): boolean => Atomics.load(cancelled, 0) !== 0

/** Speech for the main thread: its samples are handed over, not copied. */
export const handOver = (speech: Speech): unknown =>
  move({ [transferableSymbol]: speech.samples.buffer, [valueSymbol]: speech })
