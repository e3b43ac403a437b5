import { LlamaFileError } from './llama-file-error.ts'

/** The engine finds the parts of a model by their names. */
const PART = /^(.*-)(\d{5})-of-(\d{5})\.gguf$/

/** The paths of the other parts of a model that is split over several files; none for a whole one. Throws a LlamaFileError. */
export function partsOf(path: string, splitCount: unknown): string[] {
  if (typeof splitCount !== 'number' || splitCount < 2) return []
  const [, start, part, count] = PART.exec(path) ?? []
  if (start === undefined || part === undefined || count === undefined || Number(count) !== splitCount)
    throw new LlamaFileError(
      `${path} is one of ${splitCount} parts of a model, and its name does not say which: ` +
        `name the parts NAME-00001-of-${pad(splitCount)}.gguf and so on, and give the path of the first`
    )
  if (Number(part) !== 1)
    throw new LlamaFileError(
      `${path} is part ${Number(part)} of ${splitCount}: give the path of the first, ${start}00001-of-${count}.gguf`
    )
  return Array.from({ length: splitCount - 1 }, (_, i) => `${start}${pad(i + 2)}-of-${count}.gguf`)
}

const pad = (part: number): string => String(part).padStart(5, '0')
