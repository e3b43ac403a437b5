import { findFfmpeg } from '../../src/adapters/ffmpeg/find-ffmpeg.ts'

const bundled = await findFfmpeg({ pathEnv: '' })
const system = await findFfmpeg({ pathEnv: process.env['PATH'] ?? '' })

export const bundledFfmpeg = bundled.path

/** The ffmpegs that every mix is tried with. Where PATH has none of version 5 or newer, that is only the bundled one. */
export const FFMPEGS: [string, string][] = [
  ['the bundled ffmpeg', bundled.path],
  ...(system.origin === 'system' ? [['the ffmpeg on PATH', system.path] satisfies [string, string]] : [])
]
