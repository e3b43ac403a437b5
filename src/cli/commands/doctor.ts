import { examine } from '../../compose-doctor.ts'
import { loadLibrarySettings } from '../../config/load-settings.ts'
import { probeQueue } from '../../jobs/queue/probe-queue.ts'
import { EXIT, type ExitCode } from '../exit.ts'
import { printJson } from '../log.ts'
import type { MakeOptions } from '../make-options.ts'

interface Finding {
  what: string
  ok: boolean
  says: string
}

const settle = async (what: string, look: () => Promise<string> | string): Promise<Finding> => {
  try {
    return { what, ok: true, says: await look() }
  } catch (error) {
    return { what, ok: false, says: error instanceof Error ? error.message : String(error) }
  }
}

/** Checks this machine and the configuration; exits with 1 where something would keep an episode from being made. */
export async function doctor(options: MakeOptions): Promise<ExitCode> {
  const findings: Finding[] = [await settle('node', checkNode)]
  const config = await settle('config', () => {
    const { configFile, shows } = loadLibrarySettings(options)
    return shows.length === 0
      ? `no ${configFile}; demo and brief --feed work without one`
      : `${configFile}: ${shows.map(show => show.id).join(', ')}`
  })
  findings.push(config)
  if (config.ok) {
    const settings = loadLibrarySettings(options)
    findings.push(await settle('queue', () => probeQueue(settings)))
    for (const [what, look] of Object.entries(examine(settings))) findings.push(await settle(what, look))
  }
  const ok = findings.every(finding => finding.ok)
  if (options.json === true) printJson({ ok, findings })
  else
    process.stdout.write(
      `${findings.map(({ what, ok, says }) => `${ok ? 'ok  ' : 'FAIL'}  ${what.padEnd(8)} ${says}`).join('\n')}\n`
    )
  return ok ? EXIT.done : config.ok ? EXIT.failed : EXIT.usage
}

function checkNode(): string {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19))
    return `${process.version} on ${process.platform}-${process.arch}`
  throw new Error(`${process.version} is too old; Duologue needs Node 20.19 or newer`)
}
