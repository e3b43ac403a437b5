export type Device = 'cpu' | 'webgpu' | 'cuda'

/** What is asked for: `auto` takes a graphics card where there is one. */
export type DeviceWish = Device | 'auto'

/** What to try, best first; the CPU is there always. */
export const devicesFor = (wish: DeviceWish): Device[] =>
  wish === 'cpu' ? ['cpu'] : wish === 'auto' ? ['cuda', 'webgpu', 'cpu'] : [wish, 'cpu']

const WHY: readonly [RegExp, string][] = [
  [/adapter/i, 'no GPU adapter was found'],
  [/failed to load shared library|cannot open shared object/i, 'its library is not installed'],
  [/backend not found|not supported on|not available/i, 'onnxruntime has it not on this platform'],
  [/no CUDA|CUDA failure|cudaError/i, 'no CUDA device answered']
]

/** Why a device could not be used, in words. */
export const explainDeviceFailure = (message: string): string =>
  WHY.find(([pattern]) => pattern.test(message))?.[1] ?? firstLine(message)

const firstLine = (message: string): string => (message.split('\n')[0] ?? '').slice(0, 160).trim()
