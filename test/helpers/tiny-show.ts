import { copyFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { packageRoot } from '../../src/config/load-settings.ts'

/** Writes a configuration of one short show over sample feeds, or over the given addresses; returns its path. */
export async function writeTinyConfig(
  folder: string,
  feeds?: string[],
  { show: id = 'tiny', minutes = 1, stories = 2 } = {}
): Promise<string> {
  const names = ['northgate-wire.rss.xml', 'ledger-daily.json']
  for (const name of names) await copyFile(join(packageRoot, 'samples/feeds', name), join(folder, name))
  const urls = feeds ?? names.map(name => `./${name}`)
  const file = join(folder, `${id}.yaml`)
  const show = [
    'title: Tiny',
    'description: A short show.',
    `feeds: ${JSON.stringify(urls)}`,
    `minutes: ${minutes}`,
    `stories: ${stories}`,
    'music: false'
  ]
  await writeFile(file, `shows:\n  ${id}:\n${show.map(line => `    ${line}`).join('\n')}\n`)
  return file
}

const STORY = `# The Door

Sarah stood at the door of the old mill and waited.

"You are late," said Ray.

"The road was under water," said Sarah.

He opened the door, and the two of them went in.
`

/** The configuration of a show that is made of a text of four sentences: where it matters that an episode is made, not which. */
export async function writeTinyStory(folder: string): Promise<string> {
  await writeFile(join(folder, 'story.md'), STORY)
  const file = join(folder, 'story.yaml')
  const show = {
    title: 'Tiny',
    description: 'A short story.',
    format: 'story',
    hosts: [{ name: 'Sarah' }, { name: 'Ray' }],
    text: './story.md',
    music: false
  }
  await writeFile(file, JSON.stringify({ shows: { tiny: show } }))
  return file
}
