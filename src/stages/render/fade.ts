const FADE_MS = 5

const fadeLength = (samples: Float32Array, sampleRateHz: number): number =>
  Math.min(Math.round((FADE_MS * sampleRateHz) / 1000), Math.floor(samples.length / 2))

/** Lets the sound begin from nothing, in place. */
export function fadeIn(samples: Float32Array, sampleRateHz: number): void {
  const length = fadeLength(samples, sampleRateHz)
  for (let i = 0; i < length; i++) samples[i] = ((samples[i] as number) * i) / length
}

/** Lets the sound end in nothing, in place. */
export function fadeOut(samples: Float32Array, sampleRateHz: number): void {
  const length = fadeLength(samples, sampleRateHz)
  const last = samples.length - 1
  for (let i = 0; i < length; i++) samples[last - i] = ((samples[last - i] as number) * i) / length
}
