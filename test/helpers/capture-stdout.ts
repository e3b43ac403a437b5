import { vi } from 'vitest'

/** Runs `work`, and gives what it returned and what it wrote to stdout meanwhile. */
export async function captureStdout<T>(work: () => Promise<T>): Promise<{ result: T; text: string }> {
  let text = ''
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation(chunk => {
    text += String(chunk)
    return true
  })
  try {
    return { result: await work(), text }
  } finally {
    spy.mockRestore()
  }
}
