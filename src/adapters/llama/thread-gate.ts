/**
 * Counts the calls that are inside llama.cpp: to end a thread there aborts the whole process ("terminate called after throwing an
 * instance of 'Napi::Error'", node-llama-cpp 3.21), as process.exit() does too.
 */
export type ThreadGate = Int32Array

const INSIDE = 0
const CLOSED = 1

export const createThreadGate = (): ThreadGate => new Int32Array(new SharedArrayBuffer(8))

/** Runs native code unless the gate is closed. */
export async function throughGate<T>(gate: ThreadGate, run: () => Promise<T>): Promise<T> {
  Atomics.add(gate, INSIDE, 1)
  try {
    if (Atomics.load(gate, CLOSED) === 1) throw new Error('the process is ending')
    return await run()
  } finally {
    Atomics.sub(gate, INSIDE, 1)
    Atomics.notify(gate, INSIDE)
  }
}

/** Lets nobody in any more, and blocks until all are out. */
export function closeGate(gate: ThreadGate, mostMs: number): void {
  const deadline = performance.now() + mostMs
  Atomics.store(gate, CLOSED, 1)
  for (;;) {
    const inside = Atomics.load(gate, INSIDE)
    const leftMs = deadline - performance.now()
    if (inside === 0 || leftMs <= 0) return
    Atomics.wait(gate, INSIDE, inside, leftMs)
  }
}
