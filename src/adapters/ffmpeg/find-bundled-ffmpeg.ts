import { chmod } from 'node:fs/promises'
import { probeFfmpeg } from './probe-ffmpeg.ts'

/** The ffmpeg that came with npm, or null where there is none for this platform. It may lack its executable bit, which npm sets only where install scripts run. */
export async function findBundledFfmpeg(): Promise<{
  path: string
  version: string
  origin: 'bundled'
} | null> {
  try {
    // The package throws on import where it has no binary for the platform.
    const { default: installer } = await import('@ffmpeg-installer/ffmpeg')
    const { path } = installer
    let probed = await probeFfmpeg(path)
    if (!probed) {
      await chmod(path, 0o755)
      probed = await probeFfmpeg(path)
    }
    return probed?.encodesMp3 ? { path, version: probed.version, origin: 'bundled' } : null
  } catch {
    return null
  }
}
