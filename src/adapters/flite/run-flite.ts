import { fileCalls } from './file-calls.ts'
import { GuestMemory } from './guest-memory.ts'
import { MemoryFile } from './memory-file.ts'
import { ProgramExit, programCalls } from './program-calls.ts'

export interface FliteRun {
  /** Exit code; it is 0 even after some failures, so look at `wav`. */
  code: number
  printed: string
  /** The file that was written, or null. */
  wav: Uint8Array | null
}

const OUTPUT = 'out.wav'

/**
 * Runs Flite once with these arguments and an output file in memory; its memory goes with it.
 * Not under node:wasi, whose fast calls let V8 collect garbage where it must not, so that a sentence of a
 * thousand characters brings down the whole process (nodejs/node issues 46777, 52402 and 53087).
 */
export function runFlite(program: WebAssembly.Module, args: readonly string[]): FliteRun {
  const memory = new GuestMemory()
  const terminal = new MemoryFile()
  const files = new Map<string, MemoryFile>()
  const { exports } = new WebAssembly.Instance(program, {
    wasi_snapshot_preview1: {
      ...programCalls(memory, ['flite', ...args, '-o', `/${OUTPUT}`]),
      ...fileCalls(memory, terminal, files)
    }
  })
  if (!(exports.memory instanceof WebAssembly.Memory) || typeof exports._start !== 'function')
    throw new Error('flite.wasm does not export the memory and _start of a WASI program')
  memory.use(exports.memory)
  const code = exitCode(exports._start as () => void)
  const printed = new TextDecoder().decode(terminal.contents())
  return { code, printed, wav: files.get(OUTPUT)?.contents().slice() ?? null }
}

function exitCode(start: () => void): number {
  try {
    start()
    return 0
  } catch (error) {
    if (error instanceof ProgramExit) return error.code
    throw error
  }
}
