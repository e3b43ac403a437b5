import { sayParts, type Part } from './say-parts.ts'

const BEGIN = 1
const END = 2
const PAD = 0

/** Piper was trained on espeak-ng's clauses, and these are all that ends one (piper voice.py, phonemize_espeak.py). */
const TERMINATORS = '?!.;:,'

const FLAG = /\([a-z]{2,3}(?:-[a-z]+)*\)/g

/** Of several marks together the strongest ends the clause; a mark that Piper does not know is a short pause. */
function terminatorOf(marks: string): string {
  const plain = marks.replace(/…/g, '.').replace(/[—()]/g, ',')
  return [...TERMINATORS].find(mark => plain.includes(mark)) ?? ''
}

const read = (part: Part): string =>
  part.kind === 'marks'
    ? `${terminatorOf(part.text)} `
    : part.said.replace(FLAG, '').replace(/ +/g, ' ').trim()

/** Text → the phonemes of a Piper voice: espeak-ng's, clause by clause, each code point for itself. */
export async function toPiperPhonemes(text: string, espeakVoice: string): Promise<string> {
  const parts = await sayParts(text, espeakVoice)
  const said = parts.map(read).join('')
  return said
    .replace(/ +/g, ' ')
    .replace(/^[ ,;:.!?]+/, '')
    .trim()
    .normalize('NFD')
}

/** Phonemes → ids by a voice's `phoneme_id_map`: [begin, pad, p1, pad, …, pn, pad, end]. What the map lacks is left out and counted. */
export function toPiperIds(
  phonemes: string,
  idMap: Readonly<Record<string, readonly number[]>>
): { ids: number[]; dropped: Record<string, number> } {
  const ids = [BEGIN, PAD]
  const dropped: Record<string, number> = {}
  for (const phoneme of phonemes.normalize('NFD')) {
    const found = Object.hasOwn(idMap, phoneme) ? idMap[phoneme] : undefined
    if (found === undefined) dropped[phoneme] = (dropped[phoneme] ?? 0) + 1
    else ids.push(...found, PAD)
  }
  return { ids: [...ids, END], dropped }
}
