import type { Problem } from './read-problem.ts'

/** What a server takes: begun with the best, and one step less wherever it refuses. */
export interface Habits {
  limit: 'max_tokens' | 'max_completion_tokens'
  format: 'json_schema' | 'json_object' | 'none'
  /** How thinking is turned off: the chat template's switch, OpenAI's effort, OpenRouter's; none where it cannot be. */
  thinking: 'template' | 'router' | 'effort none' | 'effort minimal' | 'effort low' | 'none'
  /** Are the rules a message of their own, or the beginning of the user's? */
  system: 'message' | 'user'
  temperature: boolean
  seed: boolean
}

export interface Counterpart {
  model: string
  host: string
  ollama: boolean
}

/** Servers that refuse what they do not know, and have no switch for thinking but the effort. */
const STRICT =
  /(?:^|\.)(?:openai\.com|azure\.com|mistral\.ai|groq\.com|anthropic\.com|googleapis\.com)(?::|$)/

export const firstHabits = (counterpart: Counterpart): Habits => ({
  limit: 'max_tokens',
  format: 'json_schema',
  thinking: firstThinking(counterpart),
  system: 'message',
  temperature: true,
  seed: true
})

function firstThinking({ model, host, ollama }: Counterpart): Habits['thinking'] {
  if (ollama) return 'effort none'
  if (/(?:^|\.)openrouter\.ai(?::|$)/.test(host)) return 'router'
  if (!STRICT.test(host)) return 'template'
  return /(?:^|\/)(?:gpt-[5-9]|o\d)/.test(model) ? 'effort none' : 'none'
}

interface Ladder {
  /** How an error names it. */
  names: RegExp
  /** Null on the last rung. */
  next(habits: Habits): Partial<Habits> | null
}

const THINKING: Ladder = {
  names: /chat_template|enable_thinking|reasoning|\bthink(?:ing)?\b/i,
  next: ({ thinking }) => {
    if (thinking === 'effort none') return { thinking: 'effort minimal' }
    if (thinking === 'effort minimal') return { thinking: 'effort low' }
    return thinking === 'none' ? null : { thinking: 'none' }
  }
}
const FORMAT: Ladder = {
  names: /response[_ ]format|json[_ ]?schema|json[_ ]object|json mode|structured[_ ]outputs?|grammar|guided/i,
  next: ({ format }) =>
    format === 'none' ? null : { format: format === 'json_schema' ? 'json_object' : 'none' }
}
const LADDERS: readonly Ladder[] = [
  THINKING,
  { names: /\bseed\b/i, next: ({ seed }) => (seed ? { seed: false } : null) },
  { names: /\btemperature\b/i, next: ({ temperature }) => (temperature ? { temperature: false } : null) },
  {
    names: /max_(?:completion_)?tokens/i,
    next: ({ limit }) => (limit === 'max_tokens' ? { limit: 'max_completion_tokens' } : null)
  },
  FORMAT,
  {
    names:
      /system (?:role|message|prompt|instruction)|\broles?\b.*\bsystem\b|["'`]system["'`]|roles must alternate/i,
    next: ({ system }) => (system === 'message' ? { system: 'user' } : null)
  }
]

const REFUSES = new Set([400, 415, 422])
/** Servers that fail where they should refuse, which they do on what they build from a schema or a template. */
const FAILS = new Set([500, 501])

/** The habits without what the server just named in its refusal; null where it named nothing that can be left out. */
export function nextHabits(habits: Habits, { status, param, said, text }: Problem): Habits | null {
  const ladders = REFUSES.has(status) ? LADDERS : FAILS.has(status) ? [THINKING, FORMAT] : []
  for (const words of [param, said, text])
    for (const { names, next } of ladders) {
      const change = names.test(words) ? next(habits) : null
      if (change !== null) return { ...habits, ...change }
    }
  return null
}
