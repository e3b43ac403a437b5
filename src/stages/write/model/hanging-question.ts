const QUESTION = /\?["”]?$/
const LAST_SENTENCE = /(?:^|(?<=[.!?]["”]?\s))[^.!?]*\?["”]?$/

export const isQuestion = (text: string): boolean => QUESTION.test(text)

/** The turns without the questions at their end, which nobody answers. `mayBeHeard`: may what is left of a turn be said after those before it? */
export function withoutHangingQuestion<Turn extends { text: string }>(
  turns: readonly Turn[],
  mayBeHeard: (turn: Turn, before: readonly Turn[]) => boolean
): Turn[] {
  const last = turns.at(-1)
  if (last === undefined || !isQuestion(last.text)) return [...turns]
  const before = turns.slice(0, -1)
  const rest = { ...last, text: last.text.replace(LAST_SENTENCE, '').trim() }
  const isLeft = rest.text !== last.text && /[\p{L}\p{N}]/u.test(rest.text) && mayBeHeard(rest, before)
  return withoutHangingQuestion(isLeft ? [...before, rest] : before, mayBeHeard)
}
