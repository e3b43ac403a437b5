import type { GuestMemory } from './guest-memory.ts'
import { MemoryFile } from './memory-file.ts'

const OK = 0
const BAD_FILE = 8
const NO_ENTRY = 44
const STDIN = 0
const ROOT = 3
const TERMINAL = 2
const DIRECTORY = 3
const REGULAR = 4
const CREATE = 1
const ALL_RIGHTS = 0xffff_ffff_ffff_ffffn

const kindOf = (fd: number): number => (fd === ROOT ? DIRECTORY : fd < ROOT ? TERMINAL : REGULAR)

/** The WASI calls about files: `/` is empty, what is written stays in `files`, what is printed goes to `terminal`. */
export function fileCalls(memory: GuestMemory, terminal: MemoryFile, files: Map<string, MemoryFile>) {
  const open = new Map([
    [1, terminal],
    [2, terminal]
  ])
  let nextFd = ROOT + 1
  return {
    fd_prestat_get(fd: number, at: number): number {
      if (fd !== ROOT) return BAD_FILE
      memory.putU32(at, 0)
      memory.putU32(at + 4, 1)
      return OK
    },
    fd_prestat_dir_name(fd: number, at: number): number {
      if (fd !== ROOT) return BAD_FILE
      memory.put(at, new TextEncoder().encode('/'))
      return OK
    },
    fd_fdstat_get(fd: number, at: number): number {
      if (fd !== STDIN && fd !== ROOT && !open.has(fd)) return BAD_FILE
      memory.putU64(at, 0n)
      memory.putU8(at, kindOf(fd))
      memory.putU64(at + 8, ALL_RIGHTS)
      memory.putU64(at + 16, ALL_RIGHTS)
      return OK
    },
    fd_fdstat_set_flags: (): number => OK,
    path_open(...call: [number, number, number, number, number, bigint, bigint, number, number]): number {
      const [, , pathAt, pathSize, flags, , , , fdAt] = call
      if ((flags & CREATE) === 0) return NO_ENTRY
      const file = new MemoryFile()
      files.set(memory.text(pathAt, pathSize), file)
      open.set(nextFd, file)
      memory.putU32(fdAt, nextFd++)
      return OK
    },
    fd_close: (fd: number): number => (open.delete(fd) ? OK : BAD_FILE),
    fd_read(fd: number, _vectorsAt: number, _count: number, readAt: number): number {
      if (fd !== STDIN) return BAD_FILE
      memory.putU32(readAt, 0)
      return OK
    },
    fd_seek(fd: number, offset: bigint, whence: number, positionAt: number): number {
      const file = open.get(fd)
      if (!file) return BAD_FILE
      memory.putU64(positionAt, BigInt(file.seek(Number(offset), whence)))
      return OK
    },
    fd_write(fd: number, vectorsAt: number, count: number, writtenAt: number): number {
      const file = open.get(fd)
      if (!file) return BAD_FILE
      let written = 0
      for (let at = vectorsAt; at < vectorsAt + count * 8; at += 8) {
        const size = memory.u32(at + 4)
        file.write(memory.bytes(memory.u32(at), size))
        written += size
      }
      memory.putU32(writtenAt, written)
      return OK
    }
  }
}
