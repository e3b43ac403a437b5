import type { Style } from '../../domain/style.ts'
import type { SpeechAbilities } from './ports.ts'

/** What the stage itself does for a style. */
export interface Expression {
  /** Of the speed. */
  paceFactor: number
  /** Of the pauses between sentences. */
  pauseFactor: number
  gainDb: number
}

const PLAIN: Expression = { paceFactor: 1, pauseFactor: 1, gainDb: 0 }

interface Manner {
  pacePercent: number
  pausePercent: number
  gainDb: number
}

const manner = (pacePercent: number, pausePercent: number, gainDb: number): Manner => ({
  pacePercent,
  pausePercent,
  gainDb
})

/** At intensity 1, and twice as much at 2: what a newsreader's voice may do without becoming an actor's. */
const MANNERS: Readonly<Record<Style, Manner>> = {
  angry: manner(2, -10, 1.5),
  confused: manner(-3, 20, -0.5),
  determined: manner(-1, 5, 1),
  disgusted: manner(-2, 10, 0),
  embarrassed: manner(-2, 15, -1),
  excited: manner(4.5, -20, 1.5),
  fearful: manner(2, 10, -1),
  happy: manner(2.5, -10, 0.5),
  hopeful: manner(1, 0, 0.5),
  jealous: manner(-1, 5, -0.5),
  joyful: manner(3.5, -15, 1),
  regretful: manner(-4, 30, -1),
  relieved: manner(-2.5, 20, -0.5),
  sad: manner(-5, 40, -1.5),
  shouting: manner(3, -10, 2),
  softvoice: manner(-3, 15, -2),
  surprised: manner(2.5, 10, 1),
  whispering: manner(-4, 20, -2)
}

/** How pace, pauses and level change for a style; not at all where the model has styles of its own. */
export function planExpression(
  { style, intensity = 1 }: { style?: Style; intensity?: number },
  styles: SpeechAbilities['styles']
): Expression {
  if (style === undefined || styles === 'native') return PLAIN
  const { pacePercent, pausePercent, gainDb } = MANNERS[style]
  return {
    paceFactor: 1 + (pacePercent * intensity) / 100,
    pauseFactor: 1 + (pausePercent * intensity) / 100,
    gainDb: gainDb * intensity
  }
}
