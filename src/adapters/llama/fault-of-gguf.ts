import { faultOfArchitecture } from './architectures.ts'
import { faultOfSizes } from './fault-of-sizes.ts'
import type { GgufHeader } from './parse-gguf-header.ts'
import { bytesOf } from './tensor-bytes.ts'

const KINDS: Readonly<Record<string, string>> = {
  adapter: 'a LoRA adapter, which only changes another model',
  mmproj: 'the eyes of another model',
  vocab: 'a vocabulary without weights',
  imatrix: 'a help for making other files'
}

/** What keeps a model from writing, as the rest of a sentence about its first file; null where nothing does. */
export function faultOfKind(header: GgufHeader): string | null {
  const { metadata } = header
  const kind = KINDS[String(metadata.get('general.type'))]
  if (kind !== undefined) return `is ${kind}: take the model itself`
  const architecture = metadata.get('general.architecture')
  if (typeof architecture !== 'string' || architecture === '')
    return 'does not say what architecture it is of: get the file from another source'
  const fault = faultOfArchitecture(architecture)
  if (fault !== null) return fault
  if (metadata.has(`${architecture}.pooling_type`))
    return `is an embedding model (${architecture}): take one that writes text`
  const sizes = faultOfSizes(header, architecture)
  if (sizes !== null) return sizes
  const tokens = metadata.get('tokenizer.ggml.tokens')
  return typeof tokens === 'number' && tokens > 0
    ? null
    : 'has no vocabulary: it cannot write text; take another model'
}

/** What is wrong with a file of `size` bytes and that header, as the rest of a sentence; null where all its weights are there. */
export function faultOfSize({ tensors, dataAt }: GgufHeader, size: number): string | null {
  const ends = tensors.map(tensor => dataAt + tensor.offset + bytesOf(tensor))
  const needed = ends.reduce((most, end) => Math.max(most, end), tensors.length > 0 ? dataAt : 0)
  return needed > size
    ? `is cut short: it has ${size} bytes and its weights go up to ${needed}; get the file again`
    : null
}
