import { compose, type Ports } from '../../compose.ts'
import { loadLibrarySettings, loadSettings, type Settings } from '../../config/load-settings.ts'
import type { ExitCode } from '../exit.ts'
import type { MakeOptions } from '../make-options.ts'
import { feedsCheck } from './feeds-check.ts'
import { feedsExport, type FeedsExportOptions } from './feeds-export.ts'
import { feedsImport, type FeedsImportOptions } from './feeds-import.ts'

interface Tools {
  ports: Ports
  settings: Settings
}

async function withPorts(settings: Settings, work: (tools: Tools) => Promise<ExitCode>): Promise<ExitCode> {
  const ports = await compose(settings)
  try {
    return await work({ ports, settings })
  } finally {
    await ports.release()
  }
}

/** `feeds check`: needs no configuration where feeds are named. */
export function runFeedsCheck(named: readonly string[], options: MakeOptions): Promise<ExitCode> {
  const settings = named.length > 0 ? loadLibrarySettings(options) : loadSettings(options)
  return withPorts(settings, tools => feedsCheck(named, { ...tools, json: options.json === true }))
}

/** `feeds import`. */
export const runFeedsImport = (list: string, options: MakeOptions & FeedsImportOptions): Promise<ExitCode> =>
  withPorts(loadSettings(options), tools => feedsImport(list, options, tools))

/** `feeds export`. */
export const runFeedsExport = (
  show: string | undefined,
  options: MakeOptions & FeedsExportOptions
): Promise<ExitCode> => withPorts(loadSettings(options), tools => feedsExport(show, options, tools))
