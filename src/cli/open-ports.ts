import { compose, type Ports } from '../compose.ts'
import type { Settings } from '../config/load-settings.ts'
import { log } from './log.ts'

/** The ports of a command that needs no queue; whoever asks releases them. */
export const openPorts = (settings: Settings): Promise<Ports> => compose(settings, log)
