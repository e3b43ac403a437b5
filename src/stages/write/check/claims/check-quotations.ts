import type { Evidence } from '../evidence.ts'
import type { TurnFault } from '../fault.ts'
import { sameName } from '../names/roles.ts'
import { namesIn } from '../names/names-in.ts'
import { readStatement, type Statement } from '../read-statement.ts'
import type { Reading } from '../reading.ts'
import { foldText, plainText } from '../text/plain.ts'

const QUOTED = /"([^"]{1,600})"/g
const LEAST_WORDS_FOR_SPEAKER = 3

const flat = (text: string): string =>
  ` ${foldText(plainText(text))
    .replace(/[^\p{L}\p{N}%$€£]+/gu, ' ')
    .trim()} `

/** The pieces between trims, each of which must stand in the source, in order. */
const piecesOf = (quotation: string): string[] =>
  quotation
    .split(/\.{3}|\[[^\]]*\]/)
    .map(flat)
    .filter(piece => piece.trim() !== '')

function standsIn(pieces: readonly string[], source: string): boolean {
  let from = 0
  return pieces.every(piece => {
    const at = source.indexOf(piece, from)
    from = at + piece.length - 1
    return at >= 0
  })
}

/** Names in the same sentence of the item; where it has none, in those beside it. */
function namesAround(piece: string, cited: readonly Evidence[]): ReturnType<typeof namesIn> {
  return cited.flatMap((each, at) => {
    if (!flat(each.text).includes(piece)) return []
    const own = namesIn(each)
    const beside = own.length > 0 ? [each] : [cited[at - 1], cited[at + 1]]
    return beside.flatMap(near => (near?.item === each.item ? namesIn(near) : []))
  })
}

function speakerFault(quotation: string, said: Statement, reading: Reading): TurnFault[] {
  const [piece = ''] = piecesOf(quotation)
  if (piece.trim().split(' ').length < LEAST_WORDS_FOR_SPEAKER) return []
  const outside = readStatement(said.text.replace(QUOTED, ' , '))
  const isOutlet = (word: string): boolean => reading.ownWords.has(word)
  const named = namesIn(outside).filter(({ words }) => !words.every(isOutlet))
  const given = namesAround(piece, reading.cited)
  if (named.length === 0 || given.length === 0) return []
  if (named.some(name => given.some(each => sameName(name, each)))) return []
  const who = named.map(({ text }) => text).join(', ')
  const message = `the source has these words near ${given
    .map(({ text }) => text)
    .slice(0, 4)
    .join(', ')}, not ${who}`
  return [{ kind: 'quotation', text: quotation, message }]
}

function quotationFault(quotation: string, said: Statement, reading: Reading): TurnFault[] {
  const pieces = piecesOf(quotation.replace(/[.,!?]$/, ''))
  const sources = reading.items.map(({ title, text }) => flat(`${title} . ${text}`))
  if (pieces.length === 0) return []
  if (sources.some(source => standsIn(pieces, source))) return speakerFault(quotation, said, reading)
  return [
    {
      kind: 'quotation',
      text: quotation,
      message: `"${quotation}" does not stand in the cited items word for word`
    }
  ]
}

/** Words in quotation marks that nobody said, or that somebody else said. */
export const checkQuotations = (reading: Reading): TurnFault[] => {
  const text = plainText(reading.turn.text)
  return [...text.matchAll(QUOTED)].flatMap(({ 1: quotation = '' }) => {
    const said = reading.sentences.find(each => each.text.includes(quotation)) ?? readStatement(text)
    return quotationFault(quotation, said, reading)
  })
}
