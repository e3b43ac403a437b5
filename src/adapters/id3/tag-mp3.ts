import { readFile, writeFile } from 'node:fs/promises'
import NodeID3 from 'node-id3'
import type { Tags } from '../../stages/mix/ports.ts'
import { buildId3 } from './build-id3.ts'

/** Length of the ID3v2 tag that the bytes begin with, 0 where there is none. */
function tagLength(data: Buffer): number {
  if (data.length < 10 || data.toString('latin1', 0, 3) !== 'ID3') return 0
  const size = [6, 7, 8, 9].reduce((sum, at) => (sum << 7) | (data.readUInt8(at) & 0x7f), 0)
  return size + 10
}

/**
 * Puts an ID3v2.3 tag with cover and chapters before the audio of an MP3, in place of one that is there.
 * The audio stays as it is: node-id3's own write looks for old tags inside it, and could cut sound that reads like one.
 */
export async function tagMp3(path: string, tags: Tags): Promise<void> {
  const data = await readFile(path)
  await writeFile(path, Buffer.concat([NodeID3.create(buildId3(tags)), data.subarray(tagLength(data))]))
}
