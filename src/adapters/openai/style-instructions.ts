import type { Style } from '../../domain/style.ts'

/** How each style is asked for in words, for models that take instructions. */
const TONES: Readonly<Record<Style, string>> = {
  angry: 'angry, with an edge in the voice',
  confused: 'puzzled, as if working something out',
  determined: 'firm and resolved',
  disgusted: 'put off and disapproving',
  embarrassed: 'sheepish and a little hesitant',
  excited: 'excited and quick, with lively pitch',
  fearful: 'worried and tense',
  happy: 'warm and cheerful, with a smile in the voice',
  hopeful: 'hopeful and looking ahead',
  jealous: 'envious, with a grudge underneath',
  joyful: 'overjoyed and bright',
  regretful: 'sorry and subdued',
  relieved: 'relieved, as if a weight were gone',
  sad: 'sad and slow, with low energy',
  shouting: 'loud, as if calling across a street',
  softvoice: 'soft and gentle',
  surprised: 'surprised, as if hearing it for the first time',
  whispering: 'in a whisper'
}

const strengthOf = (intensity: number): string =>
  intensity < 0.75 ? 'Only hint at it.' : intensity > 1.25 ? 'Make it strong.' : 'Keep it natural.'

/** What a model that takes instructions is told about a style. */
export const styleInstructions = (style: Style, intensity = 1): string =>
  `You are a host of a podcast. Speak this line ${TONES[style]}. ${strengthOf(intensity)}`

/** OpenAI: instructions do not work with tts-1 and tts-1-hd; its later speech models are all called gpt-…-tts. */
export const takesInstructions = (model: string): boolean => /(?:^|\/)gpt-[\w.-]*tts\b/.test(model)
