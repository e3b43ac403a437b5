import { env, InferenceSession } from 'onnxruntime-node'
import { devicesFor, explainDeviceFailure, type Device, type DeviceWish } from './device.ts'
import { explainLoadFailure } from './explain-load-failure.ts'
import { ModelFileError } from './model-file-error.ts'
import { sessionOptions } from './session-options.ts'

export interface OpenSession {
  session: InferenceSession
  device: Device
  /** Why it is not the device that was wished for. */
  note: string | null
}

/** Loads a model on the first device that takes it; blocks the thread it is on. A session is not to be closed: create and release leaks (microsoft/onnxruntime#25325). */
export async function openSession(path: string, wish: DeviceWish): Promise<OpenSession> {
  env.logLevel = 'fatal'
  const failures: string[] = []
  for (const device of devicesFor(wish)) {
    try {
      const session = await InferenceSession.create(path, sessionOptions(device))
      return { session, device, note: fallbackNote(failures, device) }
    } catch (cause) {
      const message = cause instanceof Error ? cause.message : String(cause)
      if (device === 'cpu') throw new ModelFileError(explainLoadFailure(path, message), { cause })
      failures.push(`${device}: ${explainDeviceFailure(message)}`)
    }
  }
  throw new ModelFileError(`there is no device that could load ${path}`)
}

const fallbackNote = (failures: readonly string[], device: Device): string | null =>
  device === 'cpu' && failures.length > 0 ? `speech runs on the CPU (${failures.join('; ')})` : null
