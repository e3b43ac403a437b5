import { STYLES } from '../../domain/style.ts'
import { idsOf } from './azure-voice.ts'

const withoutStyles: readonly string[] = []
const HARPER = STYLES.filter(style => !['disgusted', 'fearful', 'jealous', 'surprised'].includes(style))

/** English voices of Azure that suit two hosts, and the styles of each; best pair first (Azure docs, mai-voices and high-definition-voices). */
const VOICES: readonly (readonly [name: string, styles: readonly string[]])[] = [
  ['en-US-Harper:MAI-Voice-2', HARPER],
  ['en-US-Ethan:MAI-Voice-2', STYLES],
  ['en-US-Olivia:MAI-Voice-2', STYLES],
  ['en-US-Grant:MAI-Voice-2', withoutStyles],
  ['en-US-Iris:MAI-Voice-2', withoutStyles],
  ['en-US-Jasper:MAI-Voice-2', withoutStyles],
  ['en-AU-Lisa:MAI-Voice-2', STYLES],
  ['en-US-Harper:MAI-Voice-2-Flash', HARPER],
  ['en-US-Ethan:MAI-Voice-2-Flash', STYLES],
  ['en-US-Olivia:MAI-Voice-2-Flash', STYLES],
  ['en-AU-Isla:MAI-Voice-2-Flash', STYLES],
  ['en-US-MultiTalker-Ava-Andrew:DragonHDLatestNeural', withoutStyles],
  ['en-US-MultiTalker-Ava-Steffan:DragonHDLatestNeural', withoutStyles],
  ['en-US-Ava3:DragonHDLatestNeural', withoutStyles],
  ['en-US-Andrew3:DragonHDLatestNeural', withoutStyles],
  ['en-US-Ava:DragonHDLatestNeural', withoutStyles],
  ['en-US-Andrew:DragonHDLatestNeural', withoutStyles]
]

/** By id, with their styles. */
export const KNOWN_VOICES: ReadonlyMap<string, readonly string[]> = new Map(
  VOICES.flatMap(([name, styles]) => idsOf(name).map(id => [id, styles] as const))
)
