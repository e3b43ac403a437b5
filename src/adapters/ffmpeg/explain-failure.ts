import { dirname } from 'node:path'

const TELLING = /error|invalid|denied|no such|not found|no space|cannot|unable/i

/** One sentence on why ffmpeg gave up, from the end of what it said. */
export function explainFailure(message: string, log: string, output: string): string {
  if (/No space left on device|Disk quota exceeded/.test(log)) {
    return `the disk is full: ffmpeg could not write in ${dirname(output)}; free some space (a mix takes about 20 MB a minute while it is made) and ask again, what is done is kept`
  }
  const lines = log.split('\n').map(line => line.trim())
  const cause = lines.filter(line => TELLING.test(line) && line !== 'Conversion failed!').at(-1)
  return cause === undefined ? message : `${message.replace(/: Conversion failed!$/, '')}: ${cause}`
}
