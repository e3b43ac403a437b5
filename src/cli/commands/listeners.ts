import { loadSettings, LOCAL_URL, type Settings } from '../../config/load-settings.ts'
import { keepListeners } from '../../server/listener-book.ts'
import { terminalQrCode } from '../../server/terminal-qr-code.ts'
import { EXIT, UsageError, type ExitCode } from '../exit.ts'
import { printJson } from '../log.ts'
import type { MakeOptions } from '../make-options.ts'

export interface ListenersOptions extends MakeOptions {
  renew: string[]
  qr?: boolean
}

interface ListenerLine {
  /** Null where everybody has the same address. */
  listener: string | null
  page: string
  feeds: string[]
}

/** The addresses to give to listeners; `renew` takes old ones back. A running server knows of it at once. */
export async function listeners(options: ListenersOptions): Promise<ExitCode> {
  const settings = loadSettings(options)
  const { isPrivate, listeners: names } = settings.server
  const unknown = options.renew.filter(name => !names.includes(name))
  if (unknown.length > 0)
    throw new UsageError(
      `${settings.configFile} has no listener ${unknown.join(', ')}; there are: ${names.join(', ')}`
    )
  if (!isPrivate && options.renew.length > 0)
    throw new UsageError('Nothing to renew: everybody has the same address, as server.private is not set')
  const lines = isPrivate
    ? Object.entries(await keepListeners(settings.home, names, options)).map(([listener, token]) =>
        lineOf(settings, listener, `/l/${token}`)
      )
    : [lineOf(settings, null, '')]
  if (options.json === true) printJson({ private: isPrivate, listeners: lines })
  else process.stdout.write(`${lines.map(line => print(line, options)).join('\n\n')}\n${noteOn(settings)}`)
  return EXIT.done
}

function lineOf(
  { publicUrl = LOCAL_URL, shows }: Settings,
  listener: string | null,
  under: string
): ListenerLine {
  const root = `${publicUrl}${under}`
  return { listener, page: `${root}/`, feeds: shows.map(({ id }) => `${root}/shows/${id}/feed.xml`) }
}

function print({ listener, page, feeds }: ListenerLine, { qr = false }: ListenersOptions): string {
  const code = qr ? terminalQrCode(page) : null
  return [
    listener ?? 'everybody',
    `  page  ${page}`,
    ...feeds.map(feed => `  feed  ${feed}`),
    ...(code === null ? [] : [code])
  ].join('\n')
}

const noteOn = ({ publicUrl, configFile }: Settings): string =>
  publicUrl === undefined
    ? `\nThese addresses are for this computer alone: set server.public_url in ${configFile} for those that a phone can reach.\n`
    : ''
