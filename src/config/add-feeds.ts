import { readFile } from 'node:fs/promises'
import { writeFileWhole } from './write-file-whole.ts'
import { ConfigError } from './config-error.ts'
import { insertFeeds, InsertFeedsError } from './insert-feeds.ts'
import { parseConfig } from './parse-config.ts'
import type { NewFeed } from './plan-feeds.ts'

/**
 * Adds feeds to a show of duologue.yaml, whose comments, order and layout stay. The file is replaced whole, once what
 * it would become is known to load; `dryRun` goes that far and writes nothing. Throws a ConfigError, with the file as it was.
 */
export async function addFeeds(
  file: string,
  show: string,
  feeds: readonly NewFeed[],
  { dryRun = false }: { dryRun?: boolean } = {}
): Promise<void> {
  const before = await readText(file)
  const after = edit(file, before, show, feeds)
  parseConfig(after, file)
  if (dryRun || after === before) return
  if ((await readText(file)) !== before) throw unchanged(file, 'it was changed by another program meanwhile')
  await writeFileWhole(file, after).catch((error: unknown) => {
    throw unchanged(file, `it cannot be replaced (${String(error)})`)
  })
}

const unchanged = (file: string, why: string): ConfigError =>
  new ConfigError(file, [{ path: '', line: null, message: `${why}; nothing was added` }])

async function readText(file: string): Promise<string> {
  const bytes = await readFile(file)
  const text = bytes.toString('utf8')
  if (bytes.equals(Buffer.from(text))) return text
  throw unchanged(file, 'it is not valid UTF-8; save it as UTF-8')
}

function edit(file: string, text: string, show: string, feeds: readonly NewFeed[]): string {
  try {
    return insertFeeds(text, show, feeds)
  } catch (error) {
    if (error instanceof InsertFeedsError) throw unchanged(file, error.message)
    throw error
  }
}
