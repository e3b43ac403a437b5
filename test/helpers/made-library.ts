import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sha256 } from '../../src/domain/hash.ts'
import { eventually } from './eventually.ts'
import { newLibrary } from './new-library.ts'
import { startCli } from './run-cli.ts'
import { runMain } from './run-main.ts'
import { writeTinyConfig } from './tiny-show.ts'

const FEEDS = ['./ledger-daily.json', './northgate-wire.rss.xml']

export interface MadeLibrary {
  /** Of the running server. */
  url: string
  titles: string[]
  /** SHA-256 of each episode's audio, in their order. */
  audio: string[]
  stop(): Promise<void>
}

/** Makes two episodes of the show "tiny" with the command line, one for each feed, and starts the server over them. */
export async function serveMadeLibrary(): Promise<MadeLibrary> {
  const home = await newLibrary()
  const titles: string[] = []
  const audio: string[] = []
  let at: string[] = []
  for (const feed of FEEDS) {
    const config = await writeTinyConfig(home, [feed])
    at = ['--home', home, '--config', config]
    const { code, stderr, json } = await runMain(['brief', 'tiny', '--another', ...at, '--json'])
    if (code !== 0) throw new Error(stderr)
    titles.push(String(json.title))
    audio.push(sha256(await readFile(String(json.audio))))
  }
  const { child, ended } = startCli(['serve', '--port', '0', ...at])
  let log = ''
  child.stderr?.on('data', chunk => (log += chunk))
  child.stdout?.on('data', chunk => (log += chunk))
  const url = await eventually('the server listens', () => /listening at (http:\S+)/.exec(log)?.[1])
  return {
    url,
    titles,
    audio,
    stop: async () => {
      child.kill('SIGTERM')
      await ended
    }
  }
}

/** SHA-256 of every MP3 in a folder and below. */
export async function mp3sIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const files = entries.filter(entry => entry.isFile() && entry.name.endsWith('.mp3'))
  return Promise.all(files.map(async file => sha256(await readFile(join(file.parentPath, file.name)))))
}
