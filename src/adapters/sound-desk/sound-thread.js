// A worker thread does not inherit the loader for TypeScript: https://github.com/privatenumber/tsx/issues/354
import { setPriority } from 'node:os'
import { register } from 'tsx/esm/api'

register()
// The main thread goes first. On Linux this is of the calling thread alone (setpriority(2)), elsewhere of the process.
if (process.platform === 'linux') setPriority(0, 10)
export const { shape, finish } = await import('./sound-tasks.ts')
