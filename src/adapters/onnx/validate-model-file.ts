import { open, readdir, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { faultOfOnnxBytes, type ReadBytes } from './fault-of-onnx-bytes.ts'
import { ModelFileError } from './model-file-error.ts'

/** Throws a ModelFileError where a path is not that of a whole ONNX file; reads a few bytes of it only. */
export async function validateModelFile(path: string): Promise<void> {
  const found = await stat(path).catch((cause: unknown) => {
    throw new ModelFileError(`there is no model file ${path}: give the path of an .onnx file`, { cause })
  })
  if (found.isDirectory())
    throw new ModelFileError(`${path} is a folder, not a model file: ${await onnxFilesIn(path)}`)
  const file = await open(path, 'r').catch((cause: unknown) => {
    throw new ModelFileError(`${path} may not be read: see the rights of the file`, { cause })
  })
  try {
    const read: ReadBytes = async (at, length) => {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, at)
      return buffer.subarray(0, bytesRead)
    }
    const fault = await faultOfOnnxBytes(read, found.size)
    if (fault !== null) throw new ModelFileError(`${path} ${fault}`)
  } finally {
    await file.close()
  }
}

async function onnxFilesIn(folder: string): Promise<string> {
  const files = (await readdir(folder)).filter(name => name.endsWith('.onnx')).sort()
  return files.length === 0
    ? 'give the path of an .onnx file; there is none in it'
    : `give the path of the .onnx file, such as ${files
        .slice(0, 3)
        .map(name => basename(name))
        .join(' or ')} in it`
}
