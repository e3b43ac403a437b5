/** Mono audio. */
export interface Pcm {
  /** Samples in -1 … 1. */
  samples: Float32Array
  sampleRateHz: number
}

export interface SpeechRequest {
  /** Speakable text of one sentence: no digits, symbols or markup left to guess at. */
  text: string
  voice: string
  /** 1 is the voice's own pace. */
  speed: number
}

/** A neural or other speech model. Rendering runs off the main thread. */
export interface SpeechModel {
  /** Part of the content address of a take: changes whenever the sound would. */
  readonly name: string
  readonly voices: readonly string[]
  render(request: SpeechRequest, options?: { signal?: AbortSignal }): Promise<Pcm>
  release(): Promise<void>
}
