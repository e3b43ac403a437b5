/** A prompt as its file has it, with {{names}} to be filled in. */
export interface Prompt {
  system: string
  task: string
  version: number
  /** Of the file. */
  sha256: string
}

export const PROMPT_NAMES = ['digest', 'line-up', 'dialogue', 'frame', 'repair', 'fiction'] as const

export type PromptName = (typeof PROMPT_NAMES)[number]
export type PromptBook = Readonly<Record<PromptName, Prompt>>

const SLOT = /\{\{([a-z]+)\}\}/g

/** Fills a prompt in one pass, so that nothing filled in is read as a slot; throws where the names do not match. */
export function fillPrompt(
  name: PromptName,
  template: string,
  values: Readonly<Record<string, string>>
): string {
  const used = new Set([...template.matchAll(SLOT)].map(([, slot = '']) => slot))
  const unknown = [...used].filter(slot => !Object.hasOwn(values, slot))
  if (unknown.length > 0)
    throw new Error(
      `prompts/${name}.md asks for {{${unknown.join('}}, {{')}}}, which nobody fills in; it may use {{${Object.keys(values).join('}}, {{')}}}`
    )
  const unused = Object.keys(values).filter(value => !used.has(value))
  if (unused.length > 0) throw new Error(`prompts/${name}.md lacks {{${unused.join('}}, {{')}}}`)
  return template
    .replace(SLOT, (_, slot: string) => values[slot] ?? '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** What of the prompts must never be heard: the files without what is filled in. */
export const promptTexts = (book: PromptBook): string[] =>
  Object.values(book).flatMap(({ system, task }) => [system, task.replace(SLOT, ' … ')])
