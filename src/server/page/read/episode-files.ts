import { z } from 'zod'

/** chapters.json, in seconds. */
export const chaptersSchema = z.object({
  chapters: z.array(
    z.object({ startTime: z.number().nonnegative(), title: z.string(), url: z.string().optional() })
  )
})

/** transcript.json, in seconds. */
export const transcriptSchema = z.object({
  segments: z.array(
    z.object({
      speaker: z.string(),
      startTime: z.number().nonnegative(),
      endTime: z.number().nonnegative(),
      body: z.string()
    })
  )
})

export type ChapterOnPage = z.infer<typeof chaptersSchema>['chapters'][number]
export type Sentence = z.infer<typeof transcriptSchema>['segments'][number]
