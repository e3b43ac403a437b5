/** The bytes at hand end before the value does. */
export class OutOfBytesError extends Error {
  override readonly name = 'OutOfBytesError'
}

/** Reads the little-endian values of GGUF one after the other, and never past the end. */
export class GgufCursor {
  at = 0
  constructor(private readonly bytes: Buffer) {}

  /** Where the next `length` bytes begin; they are passed. */
  pass(length: number): number {
    const from = this.at
    if (!(length <= this.bytes.length - from)) throw new OutOfBytesError()
    this.at += length
    return from
  }

  uint8 = (): number => this.bytes.readUInt8(this.pass(1))
  int8 = (): number => this.bytes.readInt8(this.pass(1))
  uint16 = (): number => this.bytes.readUInt16LE(this.pass(2))
  int16 = (): number => this.bytes.readInt16LE(this.pass(2))
  uint32 = (): number => this.bytes.readUInt32LE(this.pass(4))
  int32 = (): number => this.bytes.readInt32LE(this.pass(4))
  /** Exact up to 2^53; no file has as many of anything. */
  uint64 = (): number => Number(this.bytes.readBigUInt64LE(this.pass(8)))
  int64 = (): number => Number(this.bytes.readBigInt64LE(this.pass(8)))
  float32 = (): number => this.bytes.readFloatLE(this.pass(4))
  float64 = (): number => this.bytes.readDoubleLE(this.pass(8))
  bool = (): boolean => this.uint8() !== 0

  text(): string {
    const length = this.uint64()
    const from = this.pass(length)
    return this.bytes.toString('utf8', from, from + length)
  }

  passText = (): void => void this.pass(this.uint64())
}
