import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { z } from 'zod'
import type { Item } from '../../src/domain/feed.ts'
import { sha256 } from '../../src/domain/hash.ts'

export const STORY_SETS = ['dev', 'held-out'] as const
export type StorySetName = (typeof STORY_SETS)[number]

const entrySchema = z.strictObject({
  story: z.string(),
  outlet: z.string(),
  at: z.string(),
  title: z.string(),
  lead: z.string()
})
const fileSchema = z.array(z.strictObject({ kind: z.string(), items: z.array(entrySchema).min(2) }))

export interface LabelledItem extends Item {
  /** Items with the same one report the same thing. */
  story: string
}

/** Items that are easily taken for one another. */
export interface Family {
  kind: string
  items: LabelledItem[]
}

type Entry = z.infer<typeof entrySchema>

const toItem = ({ story, outlet, at, title, lead }: Entry, kind: string): LabelledItem => {
  const id = sha256([kind, outlet, at, title].join('\n'))
  return {
    id,
    feedId: outlet,
    outlet,
    title,
    url: `https://news.example.org/${id}`,
    publishedAt: new Date(at).toISOString(),
    topics: [],
    text: lead,
    substance: lead === '' ? 'headline' : 'summary',
    story: `${kind}: ${story}`
  }
}

/** A labelled set of test/fixtures/stories. */
export function readStorySet(name: StorySetName): Family[] {
  const path = fileURLToPath(new URL(`../../test/fixtures/stories/${name}.yaml`, import.meta.url))
  return fileSchema.parse(parse(readFileSync(path, 'utf8'))).map(({ kind, items }) => ({
    kind,
    items: items.map(entry => toItem(entry, kind))
  }))
}
