import { z } from 'zod'
import { showSchema, slugSchema } from './show.ts'
import { STAGES } from './stages.ts'
import { writerSchema } from './writer.ts'

/** 2026-11-22, or 2026-11-22-2 for a second one on the same day. */
export const episodeIdSchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}(?:-[1-9]\d?)?$/, 'an episode is named by its day, for example 2026-11-22')

export const episodeRefSchema = z.object({ show: slugSchema, episode: episodeIdSchema })

/** What was asked for: the first file in an episode's folder, and all that a worker in another process knows of it. */
export const episodeRequestSchema = z.object({
  show: showSchema,
  episode: episodeIdSchema,
  /** Calendar day that the hosts say, YYYY-MM-DD. */
  date: z.string(),
  /** ISO 8601: items are fresh or old, and the episode is dated, by this. */
  now: z.string(),
  writer: writerSchema,
  speech: z.string(),
  /** Address of the library's root for the feed, without a slash at the end. */
  publicUrl: z.string(),
  /** May a feed's name lead to a private address? One that is written as a private address is meant in any case. */
  allowPrivateAddresses: z.boolean(),
  /** Are the pages of chosen stories read, where feeds have summaries only? */
  readPages: z.boolean().optional(),
  /** Does a person wait for it? Then a feed that failed often is asked all the same. */
  byHand: z.boolean().optional(),
  /** Leave out what earlier episodes of the show told. */
  skipTold: z.boolean(),
  /** Stop when the script is written, so that a person can read and edit it first. */
  scriptOnly: z.boolean().optional(),
  /** ISO 8601: when a schedule was due that asked for it. */
  due: z.iso.datetime().optional(),
  /** Was it asked for long after it was due? */
  late: z.boolean().optional()
})

/** run.json: the job that the latest run of an episode began with. A run goes through each stage at most once. */
export const runSchema = z.object({
  /** From the time that it was asked for: part of the ids of the run's jobs, never used twice. */
  run: z.string().regex(/^r[a-z0-9]+$/),
  stage: z.enum(STAGES),
  id: z.string()
})

export const sourceLinkSchema = z.object({
  outlet: z.string(),
  title: z.string(),
  url: z.string().nullable()
})

/** episode.json: what the feed is built from. */
export const episodeSchema = z.object({
  show: slugSchema,
  episode: episodeIdSchema,
  guid: z.string(),
  title: z.string(),
  summary: z.string(),
  publishedAt: z.string(),
  language: z.string(),
  hosts: z.array(z.string()),
  durationSeconds: z.number(),
  bytes: z.int(),
  /** Of the MP3: changes when the episode is mixed again. */
  sha256: z.string(),
  loudnessLufs: z.number(),
  truePeakDbtp: z.number(),
  writer: z.string(),
  speech: z.string(),
  turns: z.int(),
  stories: z.array(
    z.object({ title: z.string(), startSeconds: z.number(), sources: z.array(sourceLinkSchema) })
  ),
  /** Files beside episode.json, by role. */
  files: z.object({
    audio: z.string(),
    chapters: z.string(),
    vtt: z.string(),
    srt: z.string(),
    transcript: z.string(),
    notes: z.string()
  }),
  inputHash: z.string(),
  /** ISO 8601: since when its audio is not kept any more. It is in no feed from then on. */
  audioRemovedAt: z.iso.datetime().optional()
})

export type EpisodeRef = z.infer<typeof episodeRefSchema>
export type EpisodeRequest = z.infer<typeof episodeRequestSchema>
export type Run = z.infer<typeof runSchema>
export type SourceLink = z.infer<typeof sourceLinkSchema>
export type Episode = z.infer<typeof episodeSchema>
