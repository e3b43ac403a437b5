/** A prompt as its file has it, with {{names}} to be filled in. */
export interface Prompt {
  system: string
  task: string
  version: number
  /** Of the file. */
  sha256: string
}

/** What is filled into each prompt: a file has all of its names, and no others. */
export const PROMPT_SLOTS = {
  digest: ['count', 'today', 'items', 'most', 'earlier'],
  'line-up': ['today', 'stories'],
  dialogue: [
    ...[
      'show',
      'today',
      'hosts',
      'rules',
      'sample',
      'title',
      'outlets',
      'claims',
      'earlier',
      'before',
      'after'
    ],
    ...['bridge', 'said', 'turns', 'words', 'first', 'opens', 'reason']
  ],
  frame: ['show', 'today', 'hosts', 'stories', 'first', 'hook', 'reason'],
  repair: ['host', 'today', 'text', 'faults', 'claims', 'words'],
  fiction: [
    'show',
    'hosts',
    'rules',
    'sample',
    'subject',
    'part',
    'parts',
    'said',
    'turns',
    'words',
    'reason'
  ]
} as const satisfies Record<string, readonly string[]>

export type PromptName = keyof typeof PROMPT_SLOTS
export type PromptBook = Readonly<Record<PromptName, Prompt>>
export const PROMPT_NAMES = Object.keys(PROMPT_SLOTS) as PromptName[]

type Values<Name extends PromptName> = Readonly<Record<(typeof PROMPT_SLOTS)[Name][number], string>>

const SLOT = /\{\{([^{}]*)\}\}/g
const listed = (names: readonly string[]): string => names.map(name => `{{${name}}}`).join(', ')

/** What is wrong with the slots of a prompt, as a sentence; null where nothing is. */
export function faultOfPrompt(name: PromptName, task: string): string | null {
  const known: readonly string[] = PROMPT_SLOTS[name]
  const used = new Set([...task.matchAll(SLOT)].map(([, slot = '']) => slot))
  const unknown = [...used].filter(slot => !known.includes(slot))
  if (unknown.length > 0)
    return `prompts/${name}.md asks for ${listed(unknown)}, which nobody fills in; it may use ${listed(known)}`
  const missing = known.filter(slot => !used.has(slot))
  if (missing.length > 0) return `prompts/${name}.md lacks ${listed(missing)}`
  return /\{\{|\}\}/.test(task.replace(SLOT, ''))
    ? `prompts/${name}.md has braces that are no slot; it may use ${listed(known)}`
    : null
}

/** Fills a prompt in one pass, so that nothing filled in is read as a slot; throws where its slots are wrong. */
export function fillPrompt<Name extends PromptName>(name: Name, task: string, values: Values<Name>): string {
  const fault = faultOfPrompt(name, task)
  if (fault !== null) throw new Error(fault)
  const given: Readonly<Record<string, string>> = values
  return task
    .replace(SLOT, (_, slot: string) => given[slot] ?? '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** What of the prompts must never be heard: the files without what is filled in. */
export const promptTexts = (book: PromptBook): string[] =>
  Object.values(book).flatMap(({ system, task }) => [system, task.replace(SLOT, ' … ')])
