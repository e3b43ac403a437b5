import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sha256 } from '../../domain/hash.ts'
import { PROMPT_NAMES, type Prompt, type PromptBook } from '../../stages/write/model/prompt-book.ts'

/** Reads the prompts of a folder. Throws an Error that names the file where one is missing or not in form. */
export async function loadPrompts(folder: string): Promise<PromptBook> {
  const entries = await Promise.all(
    PROMPT_NAMES.map(async name => [name, await loadPrompt(join(folder, `${name}.md`))] as const)
  )
  return Object.fromEntries(entries) as PromptBook
}

async function loadPrompt(path: string): Promise<Prompt> {
  const text = await readFile(path, 'utf8')
  const [head = '', system, task, ...rest] = text.split(/^---\n/m)
  const version = Number(/^version: (\d+)\s*$/.exec(head)?.[1])
  if (!(version > 0) || system === undefined || task === undefined || rest.length > 0)
    throw new Error(
      `${path} is no prompt: it needs "version: 1", then "---", what the model is, "---", and what it is to do`
    )
  return { system: system.trim(), task: task.trim(), version, sha256: sha256(text) }
}
