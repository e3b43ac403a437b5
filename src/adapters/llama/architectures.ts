/**
 * What the engine (node-llama-cpp 3.21.1) makes text with; a test holds the list against the package's own.
 * Encoders, embedders, decoders of sound and helpers of other models are not among them.
 */
const TEXT_ARCHITECTURES = new Set(
  `afmoe apertus arcee arctic arwkv7 baichuan bailingmoe bailingmoe2 bitnet bloom chameleon chatglm codeshell cogvlm cohere2
  cohere2moe command-r dbrx deci deepseek deepseek2 deepseek2-ocr deepseek32 deepseek4 dots1 ernie4_5 ernie4_5-moe exaone
  exaone-moe exaone4 falcon falcon-h1 gemma gemma2 gemma3 gemma3n gemma4 glm-dsa glm4 glm4moe gpt-oss gpt2 gptj gptneox granite
  granitehybrid granitemoe graniteswitch grok grovemoe hunyuan-dense hunyuan-moe hunyuan_vl hy_v3 internlm2 jais jais2 jamba
  kimi-linear laguna lfm2 lfm2moe llama llama4 maincoder mamba mamba2 mellum mimo2 minicpm minicpm3 minimax-m2 minimax-m3
  mistral3 mistral4 mpt muse-glimmer nanbeige nemotron nemotron_h nemotron_h_moe olmo olmo2 olmoe openelm orion paddleocr
  pangu-embedded phi2 phi3 phimoe plamo plamo2 plamo3 plm qwen qwen2 qwen2moe qwen2vl qwen3 qwen35 qwen35moe qwen3moe qwen3next
  qwen3vl qwen3vlmoe refact rwkv6 rwkv6qwen2 rwkv7 seed_oss smallthinker smollm3 stablelm starcoder starcoder2 step35 talkie
  xverse`.split(/\s+/)
)

/** Known to the engine, and no writers of text, or none that write a word after the other. */
const OTHER_ARCHITECTURES: Readonly<Record<string, string>> = {
  bert: 'an embedding model',
  'modern-bert': 'an embedding model',
  'nomic-bert': 'an embedding model',
  'nomic-bert-moe': 'an embedding model',
  'neo-bert': 'an embedding model',
  'jina-bert-v2': 'an embedding model',
  'jina-bert-v3': 'an embedding model',
  eurobert: 'an embedding model',
  'gemma-embedding': 'an embedding model',
  'llama-embed': 'an embedding model',
  t5: 'a translator with an encoder',
  t5encoder: 'an encoder of text',
  clip: 'the eyes of another model',
  'wavtokenizer-dec': 'a decoder of sound',
  qwen3tts: 'a speech model',
  dream: 'a diffusion model',
  llada: 'a diffusion model',
  'llada-moe': 'a diffusion model',
  rnd1: 'a diffusion model',
  eagle3: 'the helper of another model',
  dflash: 'the helper of another model',
  'gemma4-assistant': 'the helper of another model'
}

/** What keeps an architecture from writing, as the rest of a sentence; null where nothing does. */
export function faultOfArchitecture(architecture: string): string | null {
  if (TEXT_ARCHITECTURES.has(architecture)) return null
  const what = OTHER_ARCHITECTURES[architecture]
  return what === undefined
    ? `is of the architecture ${JSON.stringify(architecture.slice(0, 40))}, which this version does not know: take another model`
    : `is ${what} (${architecture}): take one that writes text`
}

export const knownArchitectures = (): string[] =>
  [...TEXT_ARCHITECTURES, ...Object.keys(OTHER_ARCHITECTURES)].sort()
