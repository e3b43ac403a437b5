import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { ModelFileError } from './model-file-error.ts'

const PHONEME_TYPES = ['espeak', 'text'] as const

const configSchema = z.object({
  audio: z.object({ sample_rate: z.int().min(8000).max(48_000) }),
  espeak: z.object({ voice: z.string() }).optional(),
  inference: z
    .object({
      noise_scale: z.number().default(0.667),
      length_scale: z.number().positive().default(1),
      noise_w: z.number().default(0.8)
    })
    .prefault({}),
  phoneme_type: z
    .enum(PHONEME_TYPES, {
      error: ({ input }) => `is "${String(input)}", and only ${PHONEME_TYPES.join(' and ')} are known here`
    })
    .default('espeak'),
  phoneme_map: z.record(z.string(), z.array(z.string())).nullish(),
  phoneme_id_map: z.record(z.string(), z.array(z.int().nonnegative()), {
    error: 'is not there: without it no phoneme has a number'
  }),
  num_speakers: z.int().positive().default(1),
  speaker_id_map: z.record(z.string(), z.int().nonnegative()).nullish()
})

/** What a Piper voice's .onnx.json says that matters here. */
export interface PiperConfig {
  sampleRateHz: number
  /** Null where the voice reads letters. */
  espeakVoice: string | null
  /** noise_scale, length_scale, noise_w. */
  scales: { noise: number; length: number; durationNoise: number }
  phonemeMap: Readonly<Record<string, readonly string[]>>
  idMap: Readonly<Record<string, readonly number[]>>
  speakers: number
  speakerIds: Readonly<Record<string, number>>
}

/** Reads the file beside a Piper voice; throws a ModelFileError where it is missing, no JSON, or lacks something. */
export async function readPiperConfig(path: string): Promise<PiperConfig> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new ModelFileError(
      `there is no ${path}: a Piper voice is two files, NAME.onnx and NAME.onnx.json; get the second too`,
      { cause }
    )
  })
  return parsePiperConfig(path, text)
}

export function parsePiperConfig(path: string, text: string): PiperConfig {
  const read = configSchema.safeParse(parseJson(path, text))
  if (!read.success)
    throw new ModelFileError(`${path} is no config of a Piper voice: ${faultsOf(read.error)}`)
  const { audio, espeak, inference, ...config } = read.data
  if (config.phoneme_type === 'espeak' && espeak === undefined)
    throw new ModelFileError(`${path} is no config of a Piper voice: espeak.voice is not there`)
  return {
    sampleRateHz: audio.sample_rate,
    espeakVoice: config.phoneme_type === 'espeak' ? (espeak?.voice ?? null) : null,
    scales: {
      noise: inference.noise_scale,
      length: inference.length_scale,
      durationNoise: inference.noise_w
    },
    phonemeMap: config.phoneme_map ?? {},
    idMap: config.phoneme_id_map,
    speakers: config.num_speakers,
    speakerIds: config.speaker_id_map ?? {}
  }
}

function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new ModelFileError(`${path} is no JSON: get the file again`, { cause })
  }
}

const faultsOf = (error: z.ZodError): string =>
  error.issues.map(({ path, message }) => `${path.join('.') || 'it'} ${message}`).join('; ')
