import { countWords } from '../../../../domain/text.ts'
import type { CheckedTurn } from '../context.ts'
import type { TurnFault } from '../fault.ts'
import { plainText } from '../text/plain.ts'
import { flatWords } from './word-runs.ts'

const ROW = 3
/** A row of short reactions is a matter of taste. */
const LEAST_WORDS = 6
const MOST_DIFFERENCE = 1
const OPENING_WORDS = 2
/** Turns in which the same opening words are still in the ear. */
const IN_THE_EAR = 5

/** The marks of a text in order: its sentences and their clauses. */
const formOf = (text: string): string =>
  plainText(text)
    .replace(/(?<=\d)[.,:](?=\d)/g, '')
    .replace(/[^.,;:!?—"]/g, '')

/** The last three turns have the same form and nearly the same number of words. */
function evenFault(row: readonly CheckedTurn[]): TurnFault[] {
  const words = row.map(({ text }) => countWords(text))
  const [least, most] = [Math.min(...words), Math.max(...words)]
  const forms = new Set(row.map(({ text }) => formOf(text)))
  if (row.length < ROW || least < LEAST_WORDS || most - least > MOST_DIFFERENCE || forms.size > 1) return []
  const message = `three turns in a row have ${least === most ? least : `${least} or ${most}`} words and the same form; make this one shorter or longer, or a question`
  return [{ kind: 'monotone', text: row.at(-1)?.text.slice(0, 60) ?? '', message }]
}

const openingOf = ({ text }: CheckedTurn): string => flatWords(text).slice(0, OPENING_WORDS).join(' ')

/** It begins like two others that were just heard. */
function openingFault(heard: readonly CheckedTurn[], turn: CheckedTurn): TurnFault[] {
  const opening = openingOf(turn)
  const alike = heard.filter(each => openingOf(each) === opening)
  if (!opening.includes(' ') || alike.length < ROW - 1) return []
  const message = `it is the third turn to begin with "${opening}"; begin it in another way`
  return [{ kind: 'monotone', text: opening, message }]
}

/** Turns that fall like the two before them, by turn id. */
export function monotoneFaults(turns: readonly CheckedTurn[]): Map<string, TurnFault[]> {
  const found = turns.map((turn, at): [string, TurnFault[]] => [
    turn.id,
    [
      ...evenFault(turns.slice(Math.max(0, at - ROW + 1), at + 1)),
      ...openingFault(turns.slice(Math.max(0, at - IN_THE_EAR + 1), at), turn)
    ]
  ])
  return new Map(found.filter(([, faults]) => faults.length > 0))
}
