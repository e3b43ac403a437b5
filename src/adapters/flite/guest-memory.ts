/** The memory of a WebAssembly program, read and written from outside. It may grow, so no view of it is kept. */
export class GuestMemory {
  #memory: WebAssembly.Memory | null = null

  use(memory: WebAssembly.Memory): void {
    this.#memory = memory
  }

  bytes(at: number, size: number): Uint8Array {
    return new Uint8Array(this.#buffer(), at, size)
  }

  text(at: number, size: number): string {
    return new TextDecoder().decode(this.bytes(at, size))
  }

  u32(at: number): number {
    return this.#view().getUint32(at, true)
  }

  put(at: number, bytes: Uint8Array): void {
    this.bytes(at, bytes.length).set(bytes)
  }

  putU8(at: number, value: number): void {
    this.#view().setUint8(at, value)
  }

  putU32(at: number, value: number): void {
    this.#view().setUint32(at, value, true)
  }

  putU64(at: number, value: bigint): void {
    this.#view().setBigUint64(at, value, true)
  }

  #view(): DataView {
    return new DataView(this.#buffer())
  }

  #buffer(): ArrayBuffer {
    if (!this.#memory) throw new Error('the program has no memory yet: call use() before it starts')
    return this.#memory.buffer
  }
}
