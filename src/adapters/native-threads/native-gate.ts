/**
 * Counts the threads that are inside onnxruntime or llama.cpp: to end one there aborts the whole process ("terminate called after throwing an
 * instance of 'Napi::Error'", onnxruntime-node 1.30, node-llama-cpp 3.21), as process.exit() does too.
 */
export type NativeGate = Int32Array

const INSIDE = 0
const CLOSED = 1

export const createNativeGate = (): NativeGate => new Int32Array(new SharedArrayBuffer(8))

/** Runs native code unless the gate is closed. */
export async function throughGate<T>(gate: NativeGate, run: () => Promise<T>): Promise<T> {
  Atomics.add(gate, INSIDE, 1)
  try {
    if (Atomics.load(gate, CLOSED) === 1) throw new Error('the process, or its model, is closing')
    return await run()
  } finally {
    Atomics.sub(gate, INSIDE, 1)
    Atomics.notify(gate, INSIDE)
  }
}

/** Lets nobody in any more, and blocks until all are out. */
export function closeGate(gate: NativeGate, mostMs: number): void {
  const deadline = performance.now() + mostMs
  Atomics.store(gate, CLOSED, 1)
  for (;;) {
    const inside = Atomics.load(gate, INSIDE)
    const leftMs = deadline - performance.now()
    if (inside === 0 || leftMs <= 0) return
    Atomics.wait(gate, INSIDE, inside, leftMs)
  }
}
