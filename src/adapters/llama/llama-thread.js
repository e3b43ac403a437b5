// A worker thread does not inherit the loader for TypeScript: https://github.com/privatenumber/tsx/issues/354
import { register } from 'tsx/esm/api'

register()
export const { open, answer, close } = await import('./llama-tasks.ts')
