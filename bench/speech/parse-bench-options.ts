import { parseArgs } from 'node:util'

export const FAMILIES = ['kokoro', 'piper', 'flite'] as const
export type Family = (typeof FAMILIES)[number]

export interface BenchOptions {
  only: readonly Family[]
  /** Processes started per contender, taken in turns. */
  rounds: number
  /** About how much speech each pass makes. */
  seconds: number
  /** A model file; made with random weights where absent. */
  kokoro?: string
  piper?: string
  /** Short renders in a row, for the memory; 0 leaves that out. */
  renders: number
  device?: string
  workers?: number
  json: boolean
}

export const HELP = `npm run bench:speech -- [options]
  --only kokoro,piper,flite   what to measure
  --rounds 3                  processes per contender, taken in turns
  --seconds 75                about how much speech each pass makes
  --kokoro PATH               a Kokoro .onnx, with voices/*.bin beside it
  --piper PATH                a Piper .onnx, with its .onnx.json beside it
  --renders 500               so many short renders in a row, and what they do to memory
  --device webgpu|cuda        where our sessions run
  --workers N                 our worker threads
  --json                      one object as the last line of stdout`

/** Reads the command line. Throws an Error that says what is wrong and what would be right. */
export function parseBenchOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string', default: FAMILIES.join(',') },
      rounds: { type: 'string', default: '3' },
      seconds: { type: 'string', default: '75' },
      kokoro: { type: 'string' },
      piper: { type: 'string' },
      renders: { type: 'string', default: '0' },
      device: { type: 'string' },
      workers: { type: 'string' },
      json: { type: 'boolean', default: false }
    }
  })
  const { kokoro, piper, device } = values
  return {
    only: parseFamilies(values.only),
    rounds: parseCount('rounds', values.rounds, 1),
    seconds: parseCount('seconds', values.seconds, 1),
    renders: parseCount('renders', values.renders, 0),
    json: values.json,
    ...(kokoro === undefined ? {} : { kokoro }),
    ...(piper === undefined ? {} : { piper }),
    ...(device === undefined ? {} : { device }),
    ...(values.workers === undefined ? {} : { workers: parseCount('workers', values.workers, 1) })
  }
}

function parseFamilies(text: string): Family[] {
  const names = text.split(',').map(name => name.trim())
  const strange = names.find(name => !(FAMILIES as readonly string[]).includes(name))
  if (strange !== undefined) throw new Error(`--only ${strange}: it is one or more of ${FAMILIES.join(',')}`)
  return FAMILIES.filter(family => names.includes(family))
}

function parseCount(name: string, text: string, least: number): number {
  const count = Number(text)
  if (!Number.isInteger(count) || count < least)
    throw new Error(`--${name} ${text}: it is a whole number from ${least} up`)
  return count
}
