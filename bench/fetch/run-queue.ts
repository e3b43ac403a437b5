import { readFileSync } from 'node:fs'

/**
 * Milliseconds for which the main thread could have run, and the machine did other work; 0 where the system does not
 * tell. Linux, proc(5): the second number of /proc/self/schedstat, ns.
 */
export function waitedForCpuMs(): number {
  try {
    return Number(readFileSync('/proc/self/schedstat', 'utf8').split(' ')[1]) / 1e6
  } catch {
    return 0
  }
}
