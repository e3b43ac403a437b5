import type { Style } from '../../domain/style.ts'
import type { SpeechFamily } from '../../domain/voice.ts'
import type { FinishedTake, finishTake } from './finish-take.ts'
import type { SaidSentence } from './join-sentences.ts'
import type { Asked, Shaped } from './shape-utterance.ts'

/** Mono audio. */
export interface Pcm {
  /** Samples in -1 … 1. */
  samples: Float32Array
  sampleRateHz: number
}

/** What a speech model says; the samples are the caller's to change. */
export interface Speech extends Pcm {
  /** Symbols of its alphabet's input that it has no sound for, and how often each was left out; none where absent. */
  dropped?: Readonly<Record<string, number>>
}

export interface SpeechRequest {
  /**
   * Speakable text of one sentence or a few: no digits, symbols or markup left to guess at. Where the model takes
   * phonemes, `[word](/phonemes/)` gives those of a word in IPA as espeak-ng writes it.
   */
  text: string
  voice: string
  /** 1 is the voice's own pace. */
  speed: number
  /** Plain where absent. */
  style?: Style
  /** 0.1 to 2; 1 is the style as it is meant. */
  intensity?: number
}

/** What a speech model can do beyond saying plain text. */
export interface SpeechAbilities {
  /** Does it read `[word](/phonemes/)`? */
  phonemes: boolean
  /** `native`: it has styles of its own. `voice`: it colours the voice, the rest is up to pace, pauses and level. `none`: only those. */
  styles: 'native' | 'voice' | 'none'
  /** Does it take `af_heart:60+af_bella:40` as a voice? */
  blends: boolean
  /** Same request, same samples? */
  repeats: boolean
}

/** A neural or other speech model. Rendering runs off the main thread. */
export interface SpeechModel {
  /** Part of the content address of a take: changes whenever the sound would. */
  readonly name: string
  readonly family: SpeechFamily | 'tone'
  readonly voices: readonly string[]
  readonly abilities: SpeechAbilities
  /** Calls of it are best this long, in characters: shorter sentences are said together with a neighbour. 0: each alone. */
  readonly leastCharacters: number
  /** How many calls it works on at once: so many are worth making. */
  readonly parallel: number
  /** Says what is wrong with a voice, or null. */
  faultOfVoice(voice: string): string | null
  /** One spelling for all that name the same voice; absent where each voice has one name. */
  canonicalVoice?(voice: string): string
  render(request: SpeechRequest, options?: { signal?: AbortSignal }): Promise<Speech>
  release(): Promise<void>
}

/** Where the arithmetic of sound is done: half a minute of it is some 100 ms of work. */
export interface SoundDesk {
  /** `shapeUtterance`; the samples are given away. */
  shape(raw: Pcm, asked: Asked): Promise<Shaped>
  /** `finishTake`; the samples are given away. */
  finish(sentences: readonly SaidSentence[], how: Parameters<typeof finishTake>[1]): Promise<FinishedTake>
  release(): Promise<void>
}
