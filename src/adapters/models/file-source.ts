/** Where the bytes of one file come from, from some byte on. */
export interface FileSource {
  /** Where the first of these bytes belongs; 0 where the source could not begin later. */
  start: number
  /** What a later request for the rest may be tied to. */
  etag: string | null
  /** An address or a path, as it may be printed. */
  name: string
  chunks: AsyncIterable<Uint8Array>
}

/** Opens a source at `offset`, or at 0 where it can do no better. */
export type OpenSource = (offset: number, etag: string | null) => Promise<FileSource>
