import { appendFile, copyFile } from 'node:fs/promises'

/** ModelProto.metadata_props, a repeated StringStringEntryProto (onnx.proto3). */
const METADATA_PROPS = 14

function varint(value: number): Buffer {
  const bytes: number[] = []
  for (; value > 127; value >>>= 7) bytes.push((value & 127) | 128)
  return Buffer.from([...bytes, value])
}

const lengthDelimited = (field: number, body: Buffer): Buffer =>
  Buffer.concat([varint((field << 3) | 2), varint(body.length), body])

/** The bytes which, put after a model's, give it these properties: a repeated field may go on anywhere. */
export const metadataBytes = (properties: Readonly<Record<string, string | number>>): Buffer =>
  Buffer.concat(
    Object.entries(properties).map(([key, value]) =>
      lengthDelimited(
        METADATA_PROPS,
        Buffer.concat([lengthDelimited(1, Buffer.from(key)), lengthDelimited(2, Buffer.from(String(value)))])
      )
    )
  )

/** A copy of a model that says these things of itself. */
export async function copyWithMetadata(
  from: string,
  to: string,
  properties: Readonly<Record<string, string | number>>
): Promise<void> {
  await copyFile(from, to)
  await appendFile(to, metadataBytes(properties))
}
