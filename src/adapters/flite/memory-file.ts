const FIRST_ROOM = 4096

/** A file that lives in memory: written, sought and read back whole. */
export class MemoryFile {
  #room = new Uint8Array(FIRST_ROOM)
  #size = 0
  #at = 0

  write(bytes: Uint8Array): void {
    const end = this.#at + bytes.length
    if (end > this.#room.length) {
      const wider = new Uint8Array(Math.max(end, this.#room.length * 2))
      wider.set(this.#room.subarray(0, this.#size))
      this.#room = wider
    }
    this.#room.set(bytes, this.#at)
    this.#at = end
    this.#size = Math.max(this.#size, end)
  }

  /** `whence` is 0 from the start, 1 from here, 2 from the end; gives the new position. */
  seek(offset: number, whence: number): number {
    const from = whence === 0 ? 0 : whence === 1 ? this.#at : this.#size
    this.#at = Math.max(0, Math.min(this.#size, from + offset))
    return this.#at
  }

  /** A view, good until the next write. */
  contents(): Uint8Array {
    return this.#room.subarray(0, this.#size)
  }
}
