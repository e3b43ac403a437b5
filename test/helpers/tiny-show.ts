import { copyFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { packageRoot } from '../../src/config/load-settings.ts'

/** Writes a configuration of one short show over sample feeds, or over the given addresses; returns its path. */
export async function writeTinyConfig(
  folder: string,
  feeds?: string[],
  { minutes = 1, stories = 2 } = {}
): Promise<string> {
  const names = ['northgate-wire.rss.xml', 'ledger-daily.json']
  for (const name of names) await copyFile(join(packageRoot, 'samples/feeds', name), join(folder, name))
  const urls = feeds ?? names.map(name => `./${name}`)
  const file = join(folder, 'duologue.yaml')
  const show = [
    'title: Tiny',
    'description: A short show.',
    `feeds: ${JSON.stringify(urls)}`,
    `minutes: ${minutes}`,
    `stories: ${stories}`,
    'music: false'
  ]
  await writeFile(file, `shows:\n  tiny:\n${show.map(line => `    ${line}`).join('\n')}\n`)
  return file
}
