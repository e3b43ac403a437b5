import type { SpeedRun } from '../speed-run.ts'

/** Something that says sentences, loaded and set up as its users have it. */
export interface Contender extends Pick<SpeedRun, 'settings' | 'workers'> {
  /** Says them all and returns the seconds of audio. */
  say(sentences: readonly string[]): Promise<number>
  release(): Promise<void>
}

/** What a contender is given to say it with. */
export interface ContenderSetup {
  family: 'kokoro' | 'piper'
  /** The model's file. */
  model: string
  voice: string
  /** A folder that it may write into, the same in each round. */
  scratch: string
  /** All of them: what each may use. */
  cores: number
  device?: string
  workers?: number
}
