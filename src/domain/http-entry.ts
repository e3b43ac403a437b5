import { z } from 'zod'

/** What is fetched; each has its own limits, Accept header and words. */
export const FETCH_KINDS = ['feed', 'page', 'image', 'robots'] as const

export type FetchKind = (typeof FETCH_KINDS)[number]

const time = z.iso.datetime()

/** A header's value that may be sent back as it came. */
const headerSchema = z.string().regex(/^[\x20-\x7e\x80-\xff]{1,1000}$/)

/** What is remembered of an address between two times that it is asked. Times are ISO 8601, UTC. */
export const httpEntrySchema = z.object({
  /** As configured or linked, without a name and password. */
  url: z.string(),
  kind: z.enum(FETCH_KINDS),
  /** Validators of the last good body, for the address that gave it. */
  etag: headerSchema.nullable(),
  lastModified: headerSchema.nullable(),
  finalUrl: z.string(),
  contentType: z.string().nullable(),
  /** SHA-256 of the last good body; null before there was one. */
  body: z.string().nullable(),
  askedAt: time,
  lastOkAt: time.nullable(),
  /** The server does not want to be asked earlier. */
  notBefore: time.nullable(),
  /** In a row; tries in quick succession count once. */
  failures: z.int().min(0),
  /** Answers in a row that could not be read as what was asked for; absent where none was. */
  unreadable: z.int().min(1).optional(),
  lastFailedAt: time.nullable(),
  lastError: z.string().nullable(),
  /** A permanent redirect, until it was seen often enough to be believed. */
  move: z.object({ to: z.url(), sightings: z.int(), days: z.array(z.string()) }).nullable(),
  /** The address that is asked first. */
  movedTo: z.url().nullable()
})

export type HttpEntry = z.infer<typeof httpEntrySchema>

/** How often in a row nothing came of it, whether it did not answer or what it answered could not be read. */
export const failuresOf = ({
  failures,
  unreadable = 0
}: Pick<HttpEntry, 'failures' | 'unreadable'>): number => failures + unreadable
