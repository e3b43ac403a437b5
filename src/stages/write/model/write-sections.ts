import type { Rundown, Story } from '../../../domain/rundown.ts'
import type { Segment, Turn, TurnKind } from '../../../domain/script.ts'
import { countWords } from '../../../domain/text.ts'
import type { CheckedTurn } from '../check/context.ts'
import { hasRoomFor } from '../excerpts/has-room.ts'
import { toldBefore } from '../memory/told-before.ts'
import type { ScriptDraft } from '../ports.ts'
import { harmlessLine } from './delimit-items.ts'
import { withoutHangingQuestion } from './hanging-question.ts'
import { placeFrame } from './place-frame.ts'
import { toChecked } from './check-proposal.ts'
import { proposeFrame } from './steps/frame.ts'
import type { LineUp } from './steps/line-up.ts'
import type { Proposal, StoryJob, Studio } from './studio.ts'
import { tellerAfter } from './who-tells.ts'
import { writeStory } from './write-story.ts'

/** A segment with what is said in it. */
export interface Section {
  segment: Segment
  turns: (Proposal & { kind: TurnKind })[]
  /** Null: the built-in writer. */
  by: string | null
}

/** The stories that a script tells, in their order. */
export const toldIn = (
  { segments }: ScriptDraft,
  { stories }: Rundown
): { segment: Segment; story: Story }[] =>
  segments.flatMap(segment => {
    const story = stories.find(({ id }) => id === segment.story)
    return story === undefined ? [] : [{ segment, story }]
  })

const DEFAULT_WORDS = { opening: 60, close: 30 }

/** Every segment of the built-in script as the models tell it, one after the other. */
export async function writeSections(
  studio: Studio,
  base: ScriptDraft,
  lineUp: LineUp,
  onSection: (sections: readonly Section[]) => void = () => {}
): Promise<Section[]> {
  const turnsIn = (segment: Segment): Turn[] => base.turns.filter(turn => turn.segment === segment.id)
  const wordsOf = (segment: Segment | undefined): number =>
    segment === undefined ? 0 : turnsIn(segment).reduce((sum, { text }) => sum + countWords(text), 0)
  const wordsIn = (kind: 'opening' | 'close'): number =>
    wordsOf(base.segments.find(segment => segment.kind === kind)) || DEFAULT_WORDS[kind]
  const told = toldIn(base, studio.assignment.rundown)
  const frame = await proposeFrame(
    studio,
    told.map(({ story, segment }) => ({ story, title: segment.title })),
    {
      words: { opening: wordsIn('opening'), close: wordsIn('close') },
      hook: told[0]?.story.id === lineUp.stories[0]?.id ? lineUp.hook : ''
    }
  )
  const sections: Section[] = []
  for (const segment of base.segments) {
    const own: Section = { segment, turns: turnsIn(segment), by: null }
    const place = told.findIndex(each => each.segment === segment)
    const story = told[place]?.story
    const said = saidIn(sections)
    if (story === undefined) {
      sections.push(await placeFrame(studio, frame, own, said))
      onSection(sections)
      continue
    }
    const job: StoryJob = {
      story,
      title: segment.title,
      words: wordsOf(segment),
      before: told[place - 1]?.segment.title ?? null,
      after: told[place + 1]?.segment.title ?? null,
      bridge: bridgeTo(story, told[place - 1]?.story, lineUp),
      first: tellerAfter(studio, said.at(-1)?.host, true),
      said
    }
    sections.push(await tellStory(studio, job, own))
    onSection(sections)
  }
  return sections
}

/** What links a story to the one before it, where that is the one that the line-up had there. */
function bridgeTo(story: Story, before: Story | undefined, { stories, bridges }: LineUp): string {
  const planned = stories[stories.findIndex(({ id }) => id === story.id) - 1]
  return before !== undefined && before.id === planned?.id ? (bridges.get(story.id) ?? '') : ''
}

const saidIn = (sections: readonly Section[]): CheckedTurn[] =>
  sections.flatMap(({ turns, segment }) =>
    turns.map((turn, at) => toChecked(turn, { story: segment.story }, at))
  )

/** The built-in writer's turns, with fewer at their end where a model has said so much of an article that there is no room for them all. */
function keptToCaps(own: Section, { story, said }: StoryJob): Section {
  const kept = [...own.turns]
  const isOver = (): boolean => !hasRoomFor([], story.items, { excerpts: [], turns: [...said, ...kept] })
  while (kept.length > 1 && isOver()) kept.pop()
  return kept.length === own.turns.length ? own : { ...own, turns: withoutHangingQuestion(kept, () => true) }
}

async function tellStory(studio: Studio, job: StoryJob, own: Section): Promise<Section> {
  const { turns, by } = await writeStory(studio, job, own.turns, earlierOf(studio, job.story))
  if (by === null) return keptToCaps(own, job)
  return { ...own, by, turns: turns.map((turn, at) => ({ ...turn, kind: at === 0 ? 'lead' : 'detail' })) }
}

/** What the show has told of a story, for a prompt; empty where it has not. */
function earlierOf({ assignment: { earlier = [], rundown } }: Studio, story: Story): string {
  const told = toldBefore(story, earlier, rundown.date)
  if (told === null) return ''
  const lines = told.lines.map(line => `- ${harmlessLine(line)}`).join('\n')
  return `Listeners heard of this story ${told.spokenDay}: say once that you told them ${told.spokenDay}, and then only what is new. They heard:\n${lines}`
}
