import { createEngine, type Engine } from './create-engine.ts'

export interface EngineLease {
  engine: Engine
  /** The last one to leave ends the engine. */
  leave(): Promise<void>
}

let shared: { engine: Engine; leases: number } | undefined
let ending: Promise<void> = Promise.resolve()

/**
 * The one engine of the process: what llama.cpp's binding keeps is the process's (where its words go, its backends), so that two
 * threads with it get into each other's way, and two models at once into each other's cores.
 */
export async function leaseEngine(): Promise<EngineLease> {
  await ending
  shared ??= { engine: createEngine(), leases: 0 }
  const lent = shared
  lent.leases++
  return {
    engine: lent.engine,
    async leave() {
      lent.leases--
      if (lent.leases > 0) return
      shared = undefined
      ending = lent.engine.end()
      await ending
    }
  }
}
