import type { Statement } from '../read-statement.ts'
import { TALK_WORDS } from '../text/stop-words.ts'
import { bareForm } from '../text/bare-form.ts'
import { contentStems } from '../text/stems.ts'
import type { Token } from '../text/token.ts'

const TALK_FORMS: ReadonlySet<string> = new Set([...TALK_WORDS].map(bareForm))

const isTalk = ({ lower }: Token): boolean =>
  TALK_WORDS.has(lower) || TALK_FORMS.has(bareForm(lower.replace(/'s$/, '')))

const SHOW_TALK =
  /^(?:hello|hi|welcome|good (?:morning|evening|afternoon|day)|goodbye|bye|thanks|thank you|that(?: i|')s (?:all|it|our|the show)|coming up|also (?:ahead|coming)|in this episode|our (?:top|next|last|final|first) story|our feeds|the latest report in our feeds|from (?:all of us|both of us)|we(?:'re| are) back|i(?:'m| am) [A-Z]|this is [A-Z])/i
const DISCLOSURE =
  /\b(?:made|written|produced|voiced|spoken|generated)\b[^.]{0,40}\b(?:AI|software|artificial intelligence|machine)\b|\bsynthetic\b|\bour voices\b/i

/** Words of a sentence that could be a claim: without those of small talk. */
export const claimStems = ({ tokens }: Statement, own: ReadonlySet<string> = new Set()): string[] =>
  [...new Set(contentStems(tokens.filter(token => !isTalk(token))))].filter(stem => !own.has(stem))

/** A greeting, a thank-you, how the show is made. */
export const isShowTalk = (text: string): boolean => DISCLOSURE.test(text) || SHOW_TALK.test(text)

/** A question, a reaction, a welcome, a hand-over: it states nothing of the news. */
export function isSmallTalk(said: Statement, own: ReadonlySet<string> = new Set()): boolean {
  if (/\?["']?$/.test(said.text)) return true
  if (DISCLOSURE.test(said.text) || (SHOW_TALK.test(said.text) && claimStems(said, own).length < 4))
    return true
  return claimStems(said, own).length < 2
}
