import type { NewsDesk } from '../../stages/fetch/ports.ts'

/** A call of the desk, as it goes to the thread. */
export interface NewsQuestion {
  name: Exclude<keyof NewsDesk, 'warm'>
  args: readonly unknown[]
}

/** A StageError is told as what it says: classes do not survive the way between threads. */
export type NewsAnswer = { value: unknown } | { fault: { message: string; retryable: boolean } }
