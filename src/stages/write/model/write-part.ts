import { StageError } from '../../../domain/stage-error.ts'
import type { CheckedTurn } from '../check/context.ts'
import { harmlessLine } from './delimit-items.ts'
import { hostLines, ruleLines, sampleLines } from './host-lines.ts'
import { placeTurns } from './place-turns.ts'
import { fillPrompt } from './prompt-book.ts'
import type { Read } from './read-answer.ts'
import { turnsFor } from './steps/dialogue.ts'
import { readTurns, type RawTurn } from './steps/read-turns.ts'
import { styleOf, turnListSchema } from './steps/turn-schema.ts'
import { seedFor, type Proposal, type Studio } from './studio.ts'

export interface Part {
  part: number
  parts: number
  words: number
  item: string
  story: string
  said: readonly CheckedTurn[]
}

const MOST_SAID = 6
/** Of its turns: else it is written once more, until no model is left that has not failed too often. */
const LEAST_USABLE = 0.6

/** One part of something invented. Throws a StageError where no model writes it. */
export async function writePart(studio: Studio, part: Part): Promise<{ turns: Proposal[]; by: string }> {
  let by = ''
  for (let attempt = 0; ; attempt++) {
    const proposed = await proposePart(studio, part, attempt)
    if (proposed === null) break
    by = proposed.by
    const placed = await placeTurns(studio, proposed.turns, {
      story: part.story,
      where: `part ${part.part}`,
      said: part.said,
      claims: [{ text: subjectOf(studio), item: part.item }],
      replacement: () => null
    })
    const isUsable = placed.length >= proposed.turns.length * LEAST_USABLE
    studio.route.judge(by, isUsable)
    if (isUsable) return { turns: placed.map(({ fate: _, ...turn }) => turn), by }
    studio.ledger.gaveStory(by, `part ${part.part}`)
  }
  throw new StageError('write', `${blame(studio, part, by)}: ${accountOf(studio)}`, { retryable: true })
}

const blame = ({ assignment: { show } }: Studio, { part, parts }: Part, by: string): string =>
  by === ''
    ? `no model wrote part ${part} of ${parts} of ${show.id}, and the built-in writer invents nothing`
    : `too little of what ${by} wrote for part ${part} of ${parts} of ${show.id} could be said`

const accountOf = ({ ledger }: Studio): string => JSON.stringify(ledger.account().models).slice(0, 600)

const subjectOf = ({ assignment: { rundown } }: Studio): string =>
  harmlessLine(rundown.stories[0]?.items[0]?.text ?? '')

async function proposePart(
  studio: Studio,
  { part, parts, words, item, said }: Part,
  attempt: number
): Promise<{ turns: Proposal[]; by: string } | null> {
  const { assignment, book, format, route } = studio
  const { show } = assignment
  const hosts = show.hosts.map(({ name }) => name)
  const silent = part < parts ? [] : hosts.filter(host => said.every(turn => turn.host !== host))
  const turns = turnsFor(words, format, hosts.length)
  const { system, task } = book.fiction
  const answer = await route.ask({
    step: 'dialogue',
    seed: seedFor(studio, `fiction ${part}${attempt === 0 ? '' : ` ${attempt}`}`),
    question: ({ reason, share }) => ({
      system,
      prompt: fillPrompt('fiction', task, {
        show: harmlessLine(show.title),
        hosts: hostLines(show, format),
        rules: ruleLines(format),
        sample: share < 1 ? '' : sampleLines(show, format.sample),
        subject: subjectOf(studio),
        part: String(part),
        parts: String(parts),
        said: saidSoFar(said, share),
        turns: String(turns),
        words: String(Math.round(words)),
        reason: reason === '' ? '' : `Your last answer could not be used. ${reason}`
      }),
      schema: {
        type: 'object',
        properties: { turns: turnListSchema(hosts, { styles: format.styles, most: turns + 4 }) },
        required: ['turns'],
        additionalProperties: false
      },
      mostTokens: 300 + Math.round(words * 2) + turns * 40
    }),
    read: text => withAll(silent, readTurns(text, { hosts, words }, { mayBeAlone: true }))
  })
  if (answer === null) return null
  const proposals = answer.value.map(({ speaker, text, style: name }): Proposal => {
    const style = styleOf(name, format.styles)
    return { host: speaker, text, items: [item], ...(style === undefined ? {} : { style }) }
  })
  return { turns: proposals, by: answer.by }
}

/** In the last part, those speak who have not spoken yet. */
function withAll(silent: readonly string[], read: Read<RawTurn[]>): Read<RawTurn[]> {
  if ('fault' in read) return read
  const left = silent.filter(host => read.value.every(({ speaker }) => speaker !== host))
  return left.length === 0
    ? read
    : { fault: 'one-voice', message: `${left.join(' and ')} had nothing to say; give every voice a turn.` }
}

function saidSoFar(said: readonly CheckedTurn[], share: number): string {
  const last = said
    .slice(-Math.ceil(MOST_SAID * share))
    .map(({ host, text }) => `${host}: ${harmlessLine(text)}`)
  return last.length === 0 ? 'Begin.' : `Go on from here, and repeat nothing:\n${last.join('\n')}`
}
