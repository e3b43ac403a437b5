import type { GuestMemory } from './guest-memory.ts'

/** Thrown to leave the program when it exits. */
export class ProgramExit extends Error {
  override readonly name = 'ProgramExit'
  constructor(readonly code: number) {
    super(`the program ended with code ${code}`)
  }
}

const OK = 0

/** The WASI calls about the program itself: its arguments, a clock that stands still, and its end. */
export function programCalls(memory: GuestMemory, args: readonly string[]) {
  const argv = args.map(arg => new TextEncoder().encode(`${arg}\0`))
  return {
    args_sizes_get(countAt: number, sizeAt: number): number {
      const size = argv.reduce((sum, arg) => sum + arg.length, 0)
      memory.putU32(countAt, argv.length)
      memory.putU32(sizeAt, size)
      return OK
    },
    args_get(pointersAt: number, textAt: number): number {
      let at = textAt
      argv.forEach((arg, i) => {
        memory.putU32(pointersAt + i * 4, at)
        memory.put(at, arg)
        at += arg.length
      })
      return OK
    },
    clock_time_get(_clock: number, _precision: bigint, timeAt: number): number {
      memory.putU64(timeAt, 0n)
      return OK
    },
    proc_exit(code: number): never {
      throw new ProgramExit(code)
    }
  }
}
