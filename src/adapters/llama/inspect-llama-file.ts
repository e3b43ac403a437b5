import { readdir, stat } from 'node:fs/promises'
import { faultOfKind, faultOfSize } from './fault-of-gguf.ts'
import { LlamaFileError } from './llama-file-error.ts'
import type { GgufHeader } from './parse-gguf-header.ts'
import { partsOf } from './parts-of.ts'
import { readGgufHeader } from './read-gguf-header.ts'
import { valuesOf } from './tensor-bytes.ts'

/** What the file says about the model in it. */
export interface LlamaFile {
  architecture: string
  parameters: number
  /** Tokens that it was trained to read; null where it does not say. */
  trainedTokens: number | null
  /** Of all its parts. */
  bytes: number
}

/** Reads the header of a GGUF file, and those of its other parts; throws a LlamaFileError where no text can be made with it. */
export async function inspectLlamaFile(path: string): Promise<LlamaFile> {
  const first = await readPart(path)
  const kind = faultOfKind(first.header)
  if (kind !== null) throw new LlamaFileError(`${path} ${kind}`)
  const parts = [first]
  for (const other of partsOf(path, first.header.metadata.get('split.count')))
    parts.push(await readPart(other))
  const tensors = parts.flatMap(({ header }) => header.tensors)
  if (tensors.length === 0)
    throw new LlamaFileError(`${path} has no weights: it cannot write text; get the whole model`)
  const architecture = String(first.header.metadata.get('general.architecture'))
  return {
    architecture,
    parameters: tensors.reduce((sum, tensor) => sum + valuesOf(tensor), 0),
    trainedTokens: trainedTokensOf(first.header, architecture),
    bytes: parts.reduce((sum, { size }) => sum + size, 0)
  }
}

async function readPart(path: string): Promise<{ header: GgufHeader; size: number }> {
  const size = await sizeOf(path)
  const header = await readGgufHeader(path, size)
  const fault = faultOfSize(header, size)
  if (fault !== null) throw new LlamaFileError(`${path} ${fault}`)
  return { header, size }
}

async function sizeOf(path: string): Promise<number> {
  const found = await stat(path).catch((cause: unknown) => {
    throw new LlamaFileError(`there is no model file ${path}: give the path of a .gguf file`, { cause })
  })
  if (found.isFile()) return found.size
  throw new LlamaFileError(
    found.isDirectory()
      ? `${path} is a folder, not a model file: ${await ggufFilesIn(path)}`
      : `${path} is not a file: give the path of a .gguf file`
  )
}

async function ggufFilesIn(folder: string): Promise<string> {
  const files = (await readdir(folder)).filter(name => name.endsWith('.gguf')).sort()
  return files.length === 0
    ? 'give the path of a .gguf file; there is none in it'
    : `give the path of the .gguf file, such as ${files.slice(0, 3).join(' or ')} in it`
}

function trainedTokensOf({ metadata }: GgufHeader, architecture: string): number | null {
  const tokens = metadata.get(`${architecture}.context_length`)
  return typeof tokens === 'number' && tokens > 0 ? tokens : null
}
