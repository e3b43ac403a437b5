import { sourceOf, type FormatName } from '../../../domain/format-needs.ts'
import type { Show } from '../../../domain/show.ts'
import { brief } from './brief.ts'
import { conversation } from './conversation.ts'
import { debate } from './debate.ts'
import type { Format } from './format.ts'
import { interview } from './interview.ts'
import { meditation } from './meditation.ts'
import { narration } from './narration.ts'
import { story } from './story.ts'

const BY_NAME: Readonly<Record<FormatName, Format>> = {
  brief,
  conversation,
  debate,
  interview,
  narration,
  story,
  meditation
}

export const formatNamed = (name: FormatName): Format => BY_NAME[name]

const HELP =
  'get one with "duologue models pull granite" and set writer: granite, or set writer: to the address of a server (https://host/v1#model)'

type Told = Pick<Show, 'format' | 'feeds' | 'text' | 'topic'>

/** Why the built-in writer cannot write a show, and what would be right; null where it can. */
export function faultOfBuiltin(show: Told): string | null {
  const source = sourceOf(show)
  if (BY_NAME[show.format].builtin.includes(source)) return null
  const why =
    source === 'topic'
      ? `the built-in writer cannot make a ${show.format} from a topic, as it invents nothing`
      : `the built-in writer cannot make ${show.format === 'interview' ? 'an' : 'a'} ${show.format} from ${source}, as it only sets sentences of the sources one after the other`
  return `${why}; this format needs a language model: ${HELP}`
}

/** The format in which the built-in writer tells the same, where a model that should have written it gave up; null where it cannot. */
export function formatWithoutModel(show: Told): FormatName | null {
  if (faultOfBuiltin(show) === null) return show.format
  return sourceOf(show) === 'feeds' ? 'conversation' : null
}
