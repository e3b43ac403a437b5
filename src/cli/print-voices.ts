import type { ListedVoice, Pairs } from './voice-desk.ts'
import { isEnglish, partnersOf, type VoiceSection } from './voice-rows.ts'

const WIDTH = 100
const GAP = '  '

const STYLES = {
  native: 'styles of its own',
  voice: 'styles colour the voice',
  none: 'styles by pace and level'
}

/** Voices as tables of at most 100 columns, one for each kind of speech model. */
export const printVoices = (sections: readonly VoiceSection[], pairs: Pairs): string =>
  sections.map(section => printSection(section, pairs)).join('\n\n')

function printSection({ family, voices, hidden }: VoiceSection, pairs: Pairs): string {
  const can = voices[0]?.abilities
  const mixed = new Set(voices.map(({ installed }) => installed)).size > 1
  const strangers = voices.some(voice => !isEnglish(voice))
  return [
    `${family}: ${tellState(voices)}`,
    ...(can === undefined ? [] : [GAP + tellAbilities(can)]),
    ...printTable(voices, pairs, mixed),
    ...(strangers ? [`${GAP}Voices of other languages speak English with that accent here.`] : []),
    ...(hidden > 0 ? [GAP + tellHidden(hidden)] : [])
  ].join('\n')
}

/** How to get what is not there; NAME stands for a voice's own. */
function tellState(voices: readonly ListedVoice[]): string {
  const missing = voices.filter(({ installed }) => !installed)
  if (missing.length === 0) return voices.length === 0 ? 'voices of other languages' : 'installed'
  const ways = new Set(missing.flatMap(({ how, voice }) => how?.replace(voice.id, 'NAME') ?? []))
  const state = missing.length === voices.length ? 'not installed' : 'some are installed'
  return ways.size === 0
    ? state
    : `${state}; get ${state === 'not installed' ? 'it' : 'another'} with: ${[...ways].join(' or ')}`
}

const tellHidden = (hidden: number): string =>
  hidden === 1
    ? '1 more was made for another language and speaks English with an accent: --all'
    : `${hidden} more were made for other languages and speak English with an accent: --all`

const tellAbilities = ({ styles, blends, phonemes }: ListedVoice['abilities']): string =>
  [
    STYLES[styles],
    ...(blends ? ['blends (NAME:60+NAME:40)'] : []),
    ...(phonemes ? ['phonemes in the lexicon'] : [])
  ].join(' · ')

/** A column with nothing in it is left out. */
function printTable(voices: readonly ListedVoice[], pairs: Pairs, mixed: boolean): string[] {
  const columns: [string, (listed: ListedVoice) => string][] = [
    ['voice', ({ voice }) => voice.id],
    ['name', ({ voice }) => ('name' in voice ? voice.name : '')],
    ['accent', ({ voice }) => ('accent' in voice ? voice.accent : '')],
    ['gender', ({ voice }) => ('gender' in voice ? voice.gender : '')],
    ['grade', ({ voice }) => ('grade' in voice ? (voice.grade ?? '') : '')],
    ['words/min', ({ pace }) => pace?.wordsPerMinute.toFixed(0) ?? ''],
    ['installed', ({ installed }) => (mixed ? (installed ? 'yes' : 'no') : '')],
    ['goes with', listed => partnersOf(listed, pairs).slice(0, 2).join(', ')]
  ]
  const filled = columns.filter(([, of]) => voices.some(listed => of(listed) !== ''))
  const rows = voices.map(listed => filled.map(([, of]) => of(listed)))
  return alignRows([filled.map(([title]) => title), ...rows])
}

function alignRows(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map(row => row[i]?.length ?? 0)))
  return rows.map(row => {
    const line = GAP + row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(GAP)
    return shorten(line.trimEnd())
  })
}

const shorten = (line: string): string => (line.length <= WIDTH ? line : `${line.slice(0, WIDTH - 1)}…`)
