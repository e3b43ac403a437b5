import { access, constants, stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { writeFileWhole } from '../config/write-file-whole.ts'
import { UsageError } from './exit.ts'

/** The file that is meant, made absolute. Throws a UsageError where no WAV can be written there, before any work is done. */
export async function checkWavPath(out: string): Promise<string> {
  const path = resolve(out)
  const there = await stat(path).catch(() => null)
  if (there?.isDirectory())
    throw new UsageError(
      `${path} is a folder; name a file in it, such as ${out.replace(/\/+$/, '')}/voice.wav`
    )
  if (!/\.wav$/i.test(path))
    throw new UsageError(`--out ${out} is written as a WAV; give it a name that ends in .wav`)
  if (there !== null && !there.isFile()) throw new UsageError(`${path} is no ordinary file; name another`)
  const folder = await stat(dirname(path)).catch(() => null)
  if (!folder?.isDirectory())
    throw new UsageError(`there is no folder ${dirname(path)}; make it first, or name another file`)
  await access(dirname(path), constants.W_OK).catch((cause: unknown) => fail(path, cause))
  return path
}

/** Writes a file whole or not at all; one of that name is replaced. */
export const writeWav = (path: string, wav: Uint8Array): Promise<void> =>
  writeFileWhole(path, Buffer.from(wav.buffer, wav.byteOffset, wav.byteLength)).catch((cause: unknown) =>
    fail(path, cause)
  )

function fail(path: string, cause: unknown): never {
  const why = cause instanceof Error ? cause.message : String(cause)
  throw new UsageError(`${path} cannot be written: ${why}; name another file with --out`, { cause })
}
