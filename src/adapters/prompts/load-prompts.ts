import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sha256 } from '../../domain/hash.ts'
import {
  faultOfPrompt,
  PROMPT_NAMES,
  type Prompt,
  type PromptBook,
  type PromptName
} from '../../stages/write/model/prompt-book.ts'

/** Reads the prompts of a folder. Throws an Error that names the file where one is missing, not in form, or without one of its slots. */
export async function loadPrompts(folder: string): Promise<PromptBook> {
  const entries = await Promise.all(
    PROMPT_NAMES.map(async name => [name, await loadPrompt(folder, name)] as const)
  )
  return Object.fromEntries(entries) as PromptBook
}

async function loadPrompt(folder: string, name: PromptName): Promise<Prompt> {
  const path = join(folder, `${name}.md`)
  const text = (await read(path)).replaceAll('\r\n', '\n')
  const [head = '', ...parts] = text.split(/^---\n/m)
  const [system = '', task = '', ...rest] = parts.map(part => part.trim())
  const version = Number(/^version: (\d+)\s*$/.exec(head)?.[1])
  if (!(version > 0) || system === '' || task === '' || rest.length > 0)
    throw new Error(
      `${path} is no prompt: it needs "version: 1", then "---", what the model is, "---", and what it is to do`
    )
  if (/\{\{|\}\}/.test(system))
    throw new Error(`${path} has a slot in its first part, which is the same for every question`)
  const fault = faultOfPrompt(name, task)
  if (fault !== null) throw new Error(`${fault} (${path})`)
  return { system, task, version, sha256: sha256(text) }
}

async function read(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (cause) {
    throw new Error(`there is no ${path}, or it may not be read: get the files of the project again`, {
      cause
    })
  }
}
