import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { voiceSchema, type Voice } from '../../domain/voice.ts'
import type { Lexicon } from '../../stages/render/plan-take.ts'
import { VoiceFileError } from './voice-file-error.ts'

export interface VoiceShelf {
  /** In the order of their ids. */
  voices: Voice[]
  /** A word as printed, and a spelling that the voices say right. */
  lexicon: Lexicon
}

const LEXICON = 'lexicon.yaml'

const lexiconSchema = z.record(
  z.string().regex(/\p{L}/u, 'the word on the left needs a letter'),
  z.string('write the spelling as text, in quotes if need be').regex(/^[A-Za-z][A-Za-z' -]*$/, {
    message: "spell how it is said with A-Z, blanks, hyphens and ' alone"
  })
)

/** Reads every voice card and the lexicon of a folder. Throws a VoiceFileError with every fault of every file. */
export async function loadVoices(dir: string): Promise<VoiceShelf> {
  const cards = (await readdir(dir)).filter(name => name.endsWith('.json')).sort()
  const faults: string[] = []
  const read = async <T>(name: string, parseText: (text: string) => unknown, schema: z.ZodType<T>) => {
    const result = await checkFile(join(dir, name), parseText, schema)
    faults.push(...result.faults)
    return result.value
  }
  const voices: Voice[] = []
  for (const name of cards) {
    const voice = await read(name, JSON.parse, voiceSchema)
    if (!voice) continue
    if (name !== `${voice.id}.json`)
      faults.push(`${join(dir, name)}: id: is "${voice.id}", a card is named after its id: ${voice.id}.json`)
    voices.push(voice)
  }
  const lexicon = await read(LEXICON, text => parse(text) ?? {}, lexiconSchema)
  if (cards.length === 0) faults.push(`${dir}: has no voice card (<id>.json)`)
  if (faults.length > 0 || !lexicon) throw new VoiceFileError(faults)
  return { voices, lexicon }
}

async function checkFile<T>(
  path: string,
  parseText: (text: string) => unknown,
  schema: z.ZodType<T>
): Promise<{ value: T | null; faults: string[] }> {
  try {
    const result = schema.safeParse(parseText(await readFile(path, 'utf8')))
    if (result.success) return { value: result.data, faults: [] }
    const faults = result.error.issues.map(
      ({ path: field, message }) => `${path}: ${field.join('.') || basename(path)}: ${message}`
    )
    return { value: null, faults }
  } catch (error) {
    const message = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
    return { value: null, faults: [`${path}: ${message}`] }
  }
}
