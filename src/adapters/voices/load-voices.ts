import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { z } from 'zod'
import { lexiconSchema } from '../../domain/show.ts'
import { SPEECH_FAMILIES, voiceSchema, type SpeechFamily, type Voice } from '../../domain/voice.ts'
import type { Lexicons } from '../../stages/render/lexicon-for.ts'
import { checkFile } from './check-file.ts'
import { VoiceFileError } from './voice-file-error.ts'
import { completePairs, faultsOfPairs, pairsSchema, type VoicePairs } from './voice-pairs.ts'

export interface VoiceShelf {
  /** In the order of their ids. */
  voices: Voice[]
  /** A word as printed, and how it is said: lexicon.yaml for every model, lexicon.<family>.yaml for a kind of model. */
  lexicons: Lexicons
  pairs: VoicePairs
}

const PAIRS = 'pairs.yaml'

/** Reads a file of the folder, or tells its faults. */
type Read = <T>(name: string, parseText: (text: string) => unknown, schema: z.ZodType<T>) => Promise<T | null>

const parseYaml = (text: string): unknown => parse(text) ?? {}
const isFamily = (name: string): name is SpeechFamily => SPEECH_FAMILIES.some(family => family === name)

/** Reads voice cards, lexicons and pairs of a folder. Throws a VoiceFileError with every fault of every file. */
export async function loadVoices(dir: string): Promise<VoiceShelf> {
  const names = (await readdir(dir)).sort()
  const faults: string[] = []
  const read: Read = async (name, parseText, schema) => {
    const result = await checkFile(join(dir, name), parseText, schema)
    faults.push(...result.faults)
    return result.value
  }
  const tell = (name: string, fault: string) => faults.push(`${join(dir, name)}: ${fault}`)
  const voices = await loadCards(names, read, tell)
  const lexicons = await loadLexicons(names, read, tell)
  const pairs = completePairs(
    (names.includes(PAIRS) ? await read(PAIRS, parseYaml, pairsSchema) : null) ?? {}
  )
  const unread = names.filter(name => isCard(name) && !voices.some(({ id }) => name === `${id}.json`))
  faultsOfPairs(
    pairs,
    voices,
    unread.map(name => name.replace(/\.json$/, ''))
  ).forEach(fault => tell(PAIRS, fault))
  if (!names.some(isCard)) faults.push(`${dir}: has no voice card (<id>.json)`)
  if (faults.length > 0) throw new VoiceFileError(faults)
  return { voices, lexicons, pairs }
}

type Tell = (name: string, fault: string) => void

const isCard = (name: string): boolean => name.endsWith('.json')

async function loadCards(names: readonly string[], read: Read, tell: Tell): Promise<Voice[]> {
  const voices: Voice[] = []
  for (const name of names.filter(isCard)) {
    const voice = await read(name, JSON.parse, voiceSchema)
    if (!voice) continue
    if (name !== `${voice.id}.json`)
      tell(name, `id: is "${voice.id}", a card is named after its id: ${voice.id}.json`)
    voices.push(voice)
  }
  return voices
}

async function loadLexicons(names: readonly string[], read: Read, tell: Tell): Promise<Lexicons> {
  const byFamily: Lexicons['byFamily'] = {}
  for (const name of names) {
    const [, family] = /^lexicon\.(.+)\.ya?ml$/.exec(name) ?? []
    if (family === undefined) continue
    if (isFamily(family)) byFamily[family] = (await read(name, parseYaml, lexiconSchema)) ?? {}
    else tell(name, `is for "${family}"; the kinds of speech are ${SPEECH_FAMILIES.join(', ')}`)
  }
  return { common: (await read('lexicon.yaml', parseYaml, lexiconSchema)) ?? {}, byFamily }
}
