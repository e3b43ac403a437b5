/**
 * Tells whether a thread is inside llama.cpp: to end one there aborts the whole process ("terminate called after throwing an
 * instance of 'Napi::Error'", node-llama-cpp 3.21), as process.exit() does too.
 */
export type ThreadGate = Int32Array

export const createThreadGate = (): ThreadGate => new Int32Array(new SharedArrayBuffer(4))

/** Runs native code; the gate counts it. */
export async function throughGate<T>(gate: ThreadGate, run: () => Promise<T>): Promise<T> {
  Atomics.add(gate, 0, 1)
  try {
    return await run()
  } finally {
    Atomics.sub(gate, 0, 1)
    Atomics.notify(gate, 0)
  }
}

/** Blocks until nobody is inside. */
export function waitAtGate(gate: ThreadGate, mostMs: number): void {
  const deadline = performance.now() + mostMs
  for (;;) {
    const inside = Atomics.load(gate, 0)
    const leftMs = deadline - performance.now()
    if (inside === 0 || leftMs <= 0) return
    Atomics.wait(gate, 0, inside, leftMs)
  }
}
