import { InvalidArgumentError } from 'commander'
import { intensitySchema, STYLES, styleSchema, type Style } from '../domain/style.ts'
import { nearestNames } from './nearest-names.ts'

const SPEEDS = { slowest: 0.5, fastest: 2 }

export function toStyle(value: string): Style {
  const style = styleSchema.safeParse(value.trim().toLowerCase())
  if (style.success) return style.data
  const [near] = nearestNames(value, STYLES)
  const meant = near === undefined ? '' : ` Did you mean ${near}?`
  throw new InvalidArgumentError(`There is no style "${value}"; use one of: ${STYLES.join(', ')}.${meant}`)
}

export function toIntensity(value: string): number {
  const intensity = intensitySchema.safeParse(Number(value))
  if (intensity.success && value.trim() !== '') return intensity.data
  throw new InvalidArgumentError('Use 0.1 to 2, where 1 is the style as it is meant.')
}

export function toSpeed(value: string): number {
  const speed = Number(value)
  if (speed >= SPEEDS.slowest && speed <= SPEEDS.fastest) return speed
  throw new InvalidArgumentError(
    `Use ${SPEEDS.slowest} to ${SPEEDS.fastest}, where 1 is the voice's own pace.`
  )
}
