import type { Statement } from '../read-statement.ts'
import type { Token } from '../text/token.ts'
import type { NameRun } from './name-run.ts'
import { namesIn } from './names-in.ts'
import { isPast } from './past.ts'
import { sameName } from './roles.ts'

const MOST_WORDS_BETWEEN = 7
const MOST_TITLE_WORDS = 3
/** "chief executive of", "who leads", "'s finance minister,": words that join a person to a house. */
const JOINS = /^(?:of|at|from|for|in|who|which|,|by)$/
const TURNS = /^(?:and|but|while|after|before|against|over|to|with|than)$/

/** "Council chair Ingrid Salazar" */
const isTitle = (between: readonly Token[]): boolean =>
  between.length <= MOST_TITLE_WORDS && between.every(({ lower }) => /[^s\W]$/.test(lower))

/** A deed stands between them: "Lang, the mayor, congratulated Quill". */
const hasDeed = (between: readonly Token[]): boolean =>
  between.some(({ lower }, at) => isPast(lower) && !/^(?:who|which)$/.test(between[at - 1]?.lower ?? ''))

function joins(between: readonly Token[], owner: NameRun): boolean {
  if (between.length === 0 || between.length > MOST_WORDS_BETWEEN) return false
  if (between.some(({ lower }) => TURNS.test(lower)) || hasDeed(between)) return false
  return /'s?$/.test(owner.text) || isTitle(between) || between.some(({ lower }) => JOINS.test(lower))
}

/** Does the source say that one belongs to the other, as a person to a company? What one of them does may be said of the other. */
export const areLinked = (a: NameRun, b: NameRun, cited: readonly Statement[]): boolean =>
  cited.some(statement => {
    const names = namesIn(statement)
    return names.slice(1).some((second, at) => {
      const first = names[at]
      if (first === undefined) return false
      const isPair =
        (sameName(first, a) && sameName(second, b)) || (sameName(first, b) && sameName(second, a))
      return isPair && joins(statement.tokens.slice(first.to, second.from), first)
    })
  })
