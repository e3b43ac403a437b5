import { rm } from 'node:fs/promises'

/** Names a file beside the output that is removed at the end. */
export type TemporaryFile = (name: string) => string

/** Lends names of files beside `outputPath` and removes those files, whatever happens. */
export async function withTemporaryFiles<T>(
  outputPath: string,
  use: (file: TemporaryFile) => Promise<T>
): Promise<T> {
  const paths = new Set<string>()
  const file = (name: string) => {
    const path = `${outputPath}.${name}`
    paths.add(path)
    return path
  }
  try {
    return await use(file)
  } finally {
    await Promise.all([...paths].map(path => rm(path, { force: true })))
  }
}
