import { readFileSync } from 'node:fs'

export interface LoopProbe {
  stop(): {
    /** By how much the latest timer, with the setImmediate after it, was late. */
    probeMaxMs: number
    /** The longest stretch between two of them that this thread itself worked; null where the system does not tell. */
    ownWorkMaxMs: number | null
  }
}

const PROBE_MS = 5

/** A timer and the setImmediate after it, over and over. Spinning on setImmediate alone would cost a core. */
export function startLoopProbe(): LoopProbe {
  let due = performance.now() + PROBE_MS
  let worked = threadCpuMs()
  let probeMaxMs = 0
  let ownWorkMaxMs = worked === null ? null : 0
  let stopped = false
  let timer = setTimeout(onTime, PROBE_MS)

  function onTime(): void {
    setImmediate(() => {
      if (stopped) return
      const [now, cpu] = [performance.now(), threadCpuMs()]
      probeMaxMs = Math.max(probeMaxMs, now - due)
      if (cpu !== null && worked !== null) ownWorkMaxMs = Math.max(ownWorkMaxMs ?? 0, cpu - worked)
      due = now + PROBE_MS
      worked = cpu
      timer = setTimeout(onTime, PROBE_MS)
    })
  }

  return {
    stop() {
      stopped = true
      clearTimeout(timer)
      return { probeMaxMs, ownWorkMaxMs }
    }
  }
}

/** Time that this thread has been on a core, waiting for one left out (Linux, proc(5) schedstat). */
function threadCpuMs(): number | null {
  try {
    const [ran = ''] = readFileSync('/proc/thread-self/schedstat', 'utf8').split(' ')
    return Number(ran) / 1e6
  } catch {
    return null
  }
}
