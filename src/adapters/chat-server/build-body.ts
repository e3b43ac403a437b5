import type { WritingStep } from '../../domain/writer.ts'
import type { Question } from '../../stages/write/ports.ts'
import type { Habits } from './habits.ts'

/** Facts are taken down soberly; talk may vary. */
const TEMPERATURES: Readonly<Record<WritingStep, number>> = {
  digest: 0.2,
  'line-up': 0.2,
  dialogue: 0.7,
  frame: 0.7,
  repair: 0.7
}

const THINKING: Readonly<Record<Habits['thinking'], Record<string, unknown>>> = {
  template: { chat_template_kwargs: { enable_thinking: false } },
  router: { reasoning: { enabled: false } },
  'effort none': { reasoning_effort: 'none' },
  'effort minimal': { reasoning_effort: 'minimal' },
  'effort low': { reasoning_effort: 'low' },
  none: {}
}

/** The body of POST /v1/chat/completions. */
export const buildBody = (question: Question, model: string, habits: Habits): Record<string, unknown> => ({
  model,
  messages: buildMessages(question, habits),
  stream: false,
  [habits.limit]: question.mostTokens,
  ...(habits.temperature ? { temperature: TEMPERATURES[question.step] } : {}),
  ...(habits.seed ? { seed: question.seed } : {}),
  ...buildFormat(question, habits),
  ...THINKING[habits.thinking]
})

function buildMessages({ system, prompt, schema }: Question, habits: Habits): Record<string, string>[] {
  const shape = `Answer with one JSON object and nothing else. It must fit this JSON Schema:\n${JSON.stringify(schema)}`
  const rules = habits.format === 'json_schema' ? system : `${system}\n\n${shape}`
  return habits.system === 'user'
    ? [{ role: 'user', content: `${rules}\n\n${prompt}` }]
    : [
        { role: 'system', content: rules },
        { role: 'user', content: prompt }
      ]
}

function buildFormat({ step, schema }: Question, { format }: Habits): Record<string, unknown> {
  if (format === 'none') return {}
  if (format === 'json_object') return { response_format: { type: 'json_object' } }
  return { response_format: { type: 'json_schema', json_schema: { name: step, strict: true, schema } } }
}
