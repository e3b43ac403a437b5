import type { GgufHeader } from './parse-gguf-header.ts'

const MOST_LAYERS = 512
const MOST_EXPERTS = 1024

/** llama.cpp does not refuse these numbers: it aborts the process. What is wrong with them as the rest of a sentence, or null. */
export function faultOfSizes({ metadata }: GgufHeader, architecture: string): string | null {
  const numberOf = (key: string): number | undefined => {
    const value = metadata.get(`${architecture}.${key}`)
    return typeof value === 'number' ? value : undefined
  }
  const outside = (key: string, least: number, most = Infinity): string | null => {
    const value = numberOf(key) ?? least
    return value >= least && value <= most ? null : `${key} is ${value}`
  }
  const experts = numberOf('expert_count') ?? 0
  const used = numberOf('expert_used_count') ?? 0
  const attends = numberOf('ssm.state_size') === undefined && numberOf('wkv.head_size') === undefined
  const fault =
    outside('block_count', 1, MOST_LAYERS) ??
    outside('embedding_length', 1) ??
    outside('expert_count', 0, MOST_EXPERTS) ??
    (used > experts || (used === 0 && experts > 0) ? `${used} of ${experts} experts are used` : null) ??
    outside('attention.layer_norm_epsilon', 0, 1) ??
    outside('attention.layer_norm_rms_epsilon', 0, 1) ??
    (attends ? HEADS.map(key => outside(key, 1)).find(text => text !== null) : null)
  return fault == null ? null : `is damaged: ${fault}; get the file again`
}

const HEADS = [
  'attention.head_count',
  'attention.head_count_kv',
  'attention.key_length',
  'attention.value_length'
]
