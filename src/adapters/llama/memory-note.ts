/** What a person should know before a model of so many bytes is loaded; null where there is room. */
export const memoryNote = (name: string, bytes: number, freeBytes: number): string | null =>
  bytes > freeBytes
    ? `${name} has ${gigabytes(bytes)} GB and ${gigabytes(freeBytes)} GB of memory are free: it will be slow, or the system may end it; ` +
      'take a smaller model, or close other programs'
    : null

const gigabytes = (bytes: number): string => (bytes / 1e9).toFixed(1)
