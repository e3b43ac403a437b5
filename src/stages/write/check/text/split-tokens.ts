import { foldText } from './plain.ts'
import { NO_TOKEN, type Token } from './token.ts'

const PIECE =
  /[ap]\.m\.?(?!\p{L})|\p{L}(?:\.\p{L})+\.?|\d+(?:[.,:]\d+)*|\p{L}[\p{L}\p{M}]*(?:'\p{L}+)*|[^\s\p{L}\d]/giu

/** 30th, 2.3bn, 5km, 160-mile: a number with what belongs to it, and no name like H100 or 3I/ATLAS. */
const AMOUNT =
  /^(?:(?:US|A|C|NZ|HK)?[$€£¥]\d[\d.,]*(?:k|m|mn|bn|tn|b|t|K|M|B|T)?|\d[\d.,:]*(?:st|nd|rd|th|s|k|m|bn|tn|mn|km|kg|cm|mm|nm|ft|mph|kph|lbs?|oz|[GTMk]B|x|am|pm|AM|PM|[kMG]?Hz|[kMGT]?Wh?|h|min|ha|°?[CF]|°)?)(?:[-/](?:\d[\d.,]*(?:st|nd|rd|th|s)?|\p{Ll}+))*%?$/u
const AFTER_PREFIX = /^(?:mid|pre|post|early|late|sub|non)-\d/i
const HAS_BOTH = /^(?=.*\p{L})(?=.*\d)/u

const isIdentifier = (core: string): boolean =>
  HAS_BOTH.test(core) && !AMOUNT.test(core) && !AFTER_PREFIX.test(core)

const make = (kind: Token['kind'], text: string, start: number, glued: boolean): Token => ({
  ...NO_TOKEN,
  kind,
  text,
  lower: foldText(text),
  start,
  end: start + text.length,
  glued
})

function kindOf(piece: string): Token['kind'] {
  if (/^\d/.test(piece)) return 'number'
  return /^\p{L}/u.test(piece) ? 'word' : 'sign'
}

function piecesOf(chunk: string, start: number): Token[] {
  return [...chunk.matchAll(PIECE)].map(({ 0: piece, index }) =>
    make(kindOf(piece), piece, start + index, index > 0)
  )
}

function tokensOfChunk(chunk: string, start: number): Token[] {
  const lead = /^[^\p{L}\d$€£¥]*/u.exec(chunk)?.[0] ?? ''
  const core = chunk.slice(lead.length).replace(/(?:'s)?[^\p{L}\d%]*$/u, '')
  if (!isIdentifier(core)) return piecesOf(chunk, start)
  const at = start + lead.length
  return [
    ...piecesOf(lead, start),
    make('identifier', core, at, lead !== ''),
    ...piecesOf(chunk.slice(lead.length + core.length).replace(/^'s/, ''), at + core.length)
  ]
}

/** Words, digits, names with digits, and signs of a plain text, numbers not yet read. */
export const splitTokens = (text: string): Token[] =>
  [...text.matchAll(/\S+/g)].flatMap(({ 0: chunk, index }) => tokensOfChunk(chunk, index))
