import { loadLibrarySettings, loadSettings } from '../../config/load-settings.ts'
import type { ExitCode } from '../exit.ts'
import type { MakeOptions } from '../make-options.ts'
import { withPorts } from '../open-ports.ts'
import { feedsCheck } from './feeds-check.ts'
import { feedsExport, type FeedsExportOptions } from './feeds-export.ts'
import { feedsImport, type FeedsImportOptions } from './feeds-import.ts'

/** `feeds check`: needs no configuration where feeds are named. */
export function runFeedsCheck(named: readonly string[], options: MakeOptions): Promise<ExitCode> {
  const settings = named.length > 0 ? loadLibrarySettings(options) : loadSettings(options)
  return withPorts(settings, ports => feedsCheck(named, { ports, settings, json: options.json === true }))
}

/** `feeds import`. */
export function runFeedsImport(list: string, options: MakeOptions & FeedsImportOptions): Promise<ExitCode> {
  const settings = loadSettings(options)
  return withPorts(settings, ports => feedsImport(list, options, { ports, settings }))
}

/** `feeds export`. */
export function runFeedsExport(
  show: string | undefined,
  options: MakeOptions & FeedsExportOptions
): Promise<ExitCode> {
  const settings = loadSettings(options)
  return withPorts(settings, ports => feedsExport(show, options, { ports, settings }))
}
