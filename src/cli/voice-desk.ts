import type { Ports } from '../compose.ts'
import type { Settings } from '../config/load-settings.ts'
import type { Show } from '../domain/show.ts'
import type { Style } from '../domain/style.ts'
import type { TakeInfo } from '../domain/take.ts'
import type { Pace, SpeechFamily, Voice } from '../domain/voice.ts'

export interface ListedVoice {
  voice: Voice | { id: string; model: SpeechFamily }
  installed: boolean
  /** What `--speech` says to speak with it; null where it is not installed. */
  speech: string | null
  /** The command that installs it; null where it is installed, or none does. */
  how: string | null
  abilities: { phonemes: boolean; styles: 'native' | 'voice' | 'none'; blends: boolean }
  pace: Pace | null
}

export type Pairs = Readonly<Partial<Record<SpeechFamily, readonly (readonly [string, string])[]>>>

export interface SayWish {
  text: string
  voice: string
  speech: string
  style?: Style
  intensity?: number
  speed?: number
  /** Whose lexicon holds. */
  show: Show
  signal?: AbortSignal
}

export interface Said {
  wav: Uint8Array
  info: TakeInfo
  renderMs: number
  /** The name of the model that said it. */
  speech: string
}

/** What the commands about voices need of the ports. */
export interface VoiceDesk extends Pick<Ports, 'speech' | 'cast' | 'chooseSpeech' | 'release'> {
  pairs: Pairs
  shelf(): Promise<ListedVoice[]>
  say(wish: SayWish): Promise<Said>
}

export type OpenVoiceDesk = (settings: Settings) => Promise<VoiceDesk>

/** Lends the ports, and releases them in any case. */
export async function withVoiceDesk<T>(
  settings: Settings,
  open: OpenVoiceDesk,
  use: (desk: VoiceDesk) => Promise<T>
): Promise<T> {
  const desk = await open(settings)
  try {
    return await use(desk)
  } finally {
    await desk.release()
  }
}
