import type { Assignment, WriteOptions, Writer, Writing } from './ports.ts'
import { validateScript } from './validate-script.ts'

/** The write stage: a rundown becomes a script that may be heard. Throws a StageError where it may not. */
export async function writeScript(
  assignment: Assignment,
  writer: Writer,
  options: WriteOptions = {}
): Promise<Writing> {
  const draft = await writer.write(assignment, options)
  options.signal?.throwIfAborted()
  validateScript(draft, assignment)
  return draft
}
