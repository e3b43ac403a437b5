import { mkdir, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { writeFileWhole } from '../../config/write-file-whole.ts'
import { z } from 'zod'
import type { PaceBook } from '../../stages/render/find-pace.ts'
import { withFileLock } from './with-file-lock.ts'

/** Goes up when the measuring changes: older entries are then measured again. */
const FORMAT = 1
const MOST_ENTRIES = 300

const entrySchema = z.object({
  speech: z.string(),
  voice: z.string(),
  wordsPerMinute: z.number().positive(),
  syllablesPerSecond: z.number().positive(),
  /** When it was kept, ms since 1970: of too many, the oldest go. */
  keptAt: z.number()
})

const fileSchema = z.object({ format: z.literal(FORMAT), paces: z.array(entrySchema) })

type Entry = z.infer<typeof entrySchema>

const isOf = (speech: string, voice: string) => (entry: Entry) =>
  entry.speech === speech && entry.voice === voice

/** Measured paces in one JSON file, which several processes may share. A file that cannot be read is as good as empty. */
export function createPaceBook(file: string): PaceBook {
  return {
    async find(speech, voice) {
      const { wordsPerMinute, syllablesPerSecond } = (await read(file)).find(isOf(speech, voice)) ?? {}
      if (wordsPerMinute === undefined || syllablesPerSecond === undefined) return null
      return { wordsPerMinute, syllablesPerSecond }
    },
    async keep(speech, voice, { wordsPerMinute, syllablesPerSecond }) {
      const entry = { speech, voice, wordsPerMinute, syllablesPerSecond, keptAt: Date.now() }
      await mkdir(dirname(file), { recursive: true })
      await withFileLock(`${file}.lock`, async () => {
        const others = (await read(file)).filter(known => !isOf(speech, voice)(known))
        const paces = [...others, entry].sort((a, b) => a.keptAt - b.keptAt).slice(-MOST_ENTRIES)
        await writeFileWhole(file, `${JSON.stringify({ format: FORMAT, paces }, null, 2)}\n`)
      })
    }
  }
}

async function read(file: string): Promise<Entry[]> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ''
    throw error
  })
  return parsePaces(text)
}

function parsePaces(text: string): Entry[] {
  try {
    return fileSchema.parse(JSON.parse(text)).paces
  } catch {
    return []
  }
}
