import { z } from 'zod'
import type { Story } from '../../../../domain/rundown.ts'
import { cleanText, countWords, oneLine } from '../../../../domain/text.ts'
import { contentStems, overlapOf } from '../../builtin/language/words.ts'
import { checkTurn } from '../../check/check-turn.ts'
import type { CheckedTurn } from '../../check/context.ts'
import type { TurnFault } from '../../check/fault.ts'
import { hasRoomFor } from '../../excerpts/has-room.ts'
import { delimitItems, letterItems, type LetteredItem } from '../delimit-items.ts'
import type { PlainLine } from '../plain-lines.ts'
import { fillPrompt } from '../prompt-book.ts'
import { readJson, type Read } from '../read-answer.ts'
import { seedFor, type StoryJob, type Studio } from '../studio.ts'

/** Something that a report says, with the words it rests on. */
export interface Claim {
  text: string
  item: string
  quotation: string
}

export interface Digest {
  claims: Claim[]
  /** Where outlets differ, a sentence each. */
  differences: string[]
}

const MOST_CLAIMS = 10
const LEAST_QUOTED_WORDS = 3
const WORDS_PER_CLAIM = 14
const TOKENS_PER_CLAIM = 90
const MOST_DIFFERENCES = 3
/** Of item text; less where the model can read less. */
const MOST_CHARACTERS = 12_000
/** Of the model's context, in characters. */
const CONTEXT_SHARE = 1.6

const text = z.string().max(2000).catch('')
const answerSchema = z.object({
  claims: z.array(z.object({ claim: text, report: text, quotation: text })).min(1),
  differences: z.array(text).catch([])
})

type RawDigest = z.infer<typeof answerSchema>

const schemaFor = (letters: readonly string[], most: number) => ({
  type: 'object',
  properties: {
    claims: {
      type: 'array',
      minItems: 1,
      maxItems: most,
      items: {
        type: 'object',
        properties: {
          claim: { type: 'string' },
          report: { type: 'string', enum: letters },
          quotation: { type: 'string' }
        },
        required: ['claim', 'report', 'quotation'],
        additionalProperties: false
      }
    },
    names: { type: 'array', maxItems: 12, items: { type: 'string' } },
    numbers: { type: 'array', maxItems: 12, items: { type: 'string' } },
    differences: { type: 'array', maxItems: 3, items: { type: 'string' } }
  },
  required: ['claims', 'names', 'numbers', 'differences'],
  additionalProperties: false
})

/**
 * What there is to say of a story: claims of a model that stand the check, each with a quotation that is in its report,
 * and sentences of the reports themselves where those are too few.
 */
export async function digestStory(
  studio: Studio,
  { story, words, said }: Pick<StoryJob, 'story' | 'words' | 'said'>,
  plain: readonly PlainLine[],
  earlier: string
): Promise<Digest> {
  const most = Math.max(3, Math.min(MOST_CLAIMS, Math.ceil(words / WORDS_PER_CLAIM)))
  const items = letterItems(story.items.filter(({ substance }) => substance !== 'headline'))
  const found =
    items.length > 0 && studio.route.has('digest')
      ? await askForDigest(studio, story, items, most, earlier)
      : null
  const { differences, ...read } =
    found === null ? { claims: [], differences: [] } : keepTrue(studio, story, items, found)
  const own = sayable(read.claims, story, said)
  const missing = plain
    .filter(
      line => !own.some(claim => overlaps(claim.quotation, line.source) || tellsSame(claim.text, line.text))
    )
    .slice(0, Math.max(0, most - own.length))
    .map(line => ({ text: line.text, item: line.item, quotation: line.source }))
  return { differences, claims: sayable([...own, ...missing], story, said) }
}

/** The claims that may all be said as they are, with no more of an article's own words than its cap allows. */
function sayable(claims: readonly Claim[], { items }: Story, said: readonly CheckedTurn[]): Claim[] {
  const kept: Claim[] = []
  for (const claim of claims)
    if (hasRoomFor([], items, { excerpts: [], turns: [...said, ...kept, claim] })) kept.push(claim)
  return kept
}

async function askForDigest(
  studio: Studio,
  story: Story,
  items: readonly LetteredItem[],
  most: number,
  earlier: string
): Promise<RawDigest | null> {
  const prompt = studio.book.digest
  const letters = items.map(({ letter }) => letter)
  const answer = await studio.route.ask({
    step: 'digest',
    seed: seedFor(studio, story.id),
    question: ({ reason, contextTokens, share }) => ({
      system: prompt.system,
      prompt: `${fillPrompt('digest', prompt.task, {
        count: items.length === 1 ? 'the report' : `${items.length} reports`,
        today: studio.today,
        items: delimitItems(items, charactersFor(contextTokens) * share),
        most: String(most),
        earlier
      })}\n${reason}`.trim(),
      schema: schemaFor(letters, most),
      mostTokens: 300 + most * TOKENS_PER_CLAIM
    }),
    read: readDigest
  })
  return answer?.value ?? null
}

const charactersFor = (contextTokens: number | null): number =>
  Math.min(MOST_CHARACTERS, (contextTokens ?? Infinity) * CONTEXT_SHARE)

function readDigest(answer: string): Read<RawDigest> {
  const json = readJson(answer)
  if ('fault' in json) return json
  const digest = answerSchema.safeParse(json.value)
  if (digest.success) return { value: digest.data, notes: json.notes ?? [] }
  return {
    fault: 'shape',
    message: 'The answer had no claims. Give {"claims": [{"claim", "report", "quotation"}, …], …}.'
  }
}

/** Only what is in the reports. */
function keepTrue(studio: Studio, story: Story, items: readonly LetteredItem[], raw: RawDigest): Digest {
  const [host = ''] = studio.assignment.show.hosts.map(({ name }) => name)
  const where = `digest of "${story.title}"`
  const faultsOf = (text: string, ids: string[]): TurnFault[] =>
    checkTurn({ id: 'c', host, text, items: ids, story: story.id }, studio.checks)
  const claims: Claim[] = []
  for (const { claim, report, quotation } of raw.claims.slice(0, MOST_CLAIMS)) {
    const said = oneLine(cleanText(claim))
    const item = items.find(({ letter }) => letter === report.trim().toUpperCase())?.item
    const faults =
      item === undefined
        ? [sourceFault(report)]
        : quotes(quotation, `${item.title}\n${item.text}`)
          ? faultsOf(said, [item.id])
          : [quotationFault(quotation)]
    if (faults.length > 0) studio.ledger.caught(faults, where)
    else if (item !== undefined && !claims.some(known => tellsSame(known.text, said)))
      claims.push({ text: said, item: item.id, quotation: oneLine(quotation) })
  }
  const all = story.items.map(({ id }) => id)
  const differences = raw.differences
    .slice(0, MOST_DIFFERENCES)
    .map(each => oneLine(cleanText(each)))
    .filter(each => each !== '' && story.outlets.length > 1 && faultsOf(each, all).length === 0)
  return { claims, differences }
}

const quotationFault = (quotation: string): TurnFault => ({
  kind: 'quotation',
  text: quotation.slice(0, 80),
  message: `"${quotation.slice(0, 80)}" does not stand in the report that it is quoted from`
})

const sourceFault = (report: string): TurnFault => ({
  kind: 'source',
  text: report.slice(0, 20),
  message: `there is no report "${report.slice(0, 20)}"`
})

/** Two outlets' words for the same thing. */
const SAME = 0.5
const tellsSame = (a: string, b: string): boolean => overlapOf(contentStems(a), contentStems(b)) >= SAME

const flat = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Do these words stand in the text, whatever the marks between them? */
const quotes = (quotation: string, source: string): boolean =>
  countWords(quotation) >= LEAST_QUOTED_WORDS && ` ${flat(source)} `.includes(` ${flat(quotation)} `)

const overlaps = (a: string, b: string): boolean => {
  const [one, other] = [flat(a), flat(b)]
  return one.includes(other) || other.includes(one)
}
