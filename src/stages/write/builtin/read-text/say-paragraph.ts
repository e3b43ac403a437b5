import { countWords } from '../../../../domain/text.ts'
import { cutParagraph } from './cut-paragraph.ts'
import type { Piece } from './find-speech.ts'

/** A turn of a text before it has its number. */
export interface ReadTurn {
  host: string
  text: string
  /** Silence after it, ms; the usual where it is left out. */
  pauseMs?: number
}

export interface Readers {
  /** Reads what nobody says. */
  narrator: string
  /** The show's hosts, by name: a paragraph may begin with "Anna:". */
  hosts: readonly string[]
  hostOf(speaker: string): string
}

/** Between a quotation and "said Anna": they are one sentence. */
const WITHIN_SENTENCE_MS = 150

const LABEL = /^([\p{L}][\p{L} .'’-]{0,40}): +(?=\S)/u

/** "Anna: I am coming." where Anna is a host, or "Narrator: …" */
function labelled(text: string, { hosts, narrator }: Readers): ReadTurn | null {
  const [label = '', name = ''] = LABEL.exec(text) ?? []
  const host =
    hosts.find(each => each.toLowerCase() === name.toLowerCase()) ??
    (/^narrator$/i.test(name) ? narrator : undefined)
  return host === undefined ? null : { host, text: text.slice(label.length) }
}

const isSmall = (text: string | undefined): boolean => /^[“"«(]?\p{Ll}/u.test(text ?? '')

/** What a character says, as a sentence of its own; it keeps its comma where it goes on after "said Anna". */
function saidWhole(said: string, goesOn: boolean): string {
  const whole = goesOn ? said : said.replace(/,$/, '.')
  return /[.,!?…—–-]$/.test(whole) ? whole : `${whole}.`
}

/** The comma between a quotation and what follows belongs to neither. */
const toldAfter = (text: string): string => text.replace(/^[,;] */, '')

function castPieces(pieces: readonly Piece[], { narrator, hostOf }: Readers): ReadTurn[] {
  const turns: ReadTurn[] = []
  pieces.forEach(({ text, said, speaker }, at) => {
    const host = speaker === null ? narrator : hostOf(speaker)
    const next = pieces.slice(at + 1).find(piece => piece.said !== null)
    const isCharacter = said !== null && host !== narrator
    const spoken = isCharacter ? saidWhole(said, isSmall(next?.said ?? undefined)) : text
    const last = turns.at(-1)
    if (last?.host === host) last.text = `${last.text} ${spoken}`
    else turns.push({ host, text: said === null ? toldAfter(spoken) : spoken })
  })
  return turns
}

const isWithin = (turn: ReadTurn, next: ReadTurn | undefined): boolean =>
  next !== undefined && (isSmall(next.text) || /[,:]$/.test(turn.text))

/** A paragraph as turns of at most so many words. */
export function sayParagraph(pieces: readonly Piece[], readers: Readers, mostWords: number): ReadTurn[] {
  const given = labelled(pieces.map(({ text }) => text).join(' '), readers)
  const turns = given === null ? castPieces(pieces, readers) : [given]
  return turns.flatMap((turn, at) => {
    const parts = cutParagraph(turn.text, mostWords)
      .filter(text => countWords(text) > 0)
      .map((text): ReadTurn => ({ host: turn.host, text }))
    const last = parts.at(-1)
    if (last !== undefined && isWithin(turn, turns[at + 1])) last.pauseMs = WITHIN_SENTENCE_MS
    return parts
  })
}
