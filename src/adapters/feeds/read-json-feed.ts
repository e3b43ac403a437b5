import { z } from 'zod'
import type { RawFeed, RawItem } from '../../stages/fetch/ports.ts'
import { MAX_CATEGORIES, MAX_CONTENT, MAX_FIELD, MAX_ITEMS } from './feed-limits.ts'
import { FeedTextError } from './feed-text-error.ts'

/** A field of the wrong type counts as absent: one bad item must not cost the others. */
const text = z.string().trim().min(1).optional().catch(undefined)

const itemSchema = z.object({
  id: z
    .union([z.string(), z.number().transform(String)])
    .optional()
    .catch(undefined),
  url: text,
  external_url: text,
  title: text,
  content_html: text,
  content_text: text,
  summary: text,
  date_published: text,
  date_modified: text,
  tags: z.array(z.unknown()).catch([])
})

const feedSchema = z.object({
  version: z.string().regex(/jsonfeed\.org\/version\/1/),
  title: text,
  home_page_url: text,
  items: z.array(z.unknown())
})

type JsonItem = z.infer<typeof itemSchema>

const asHtml = (plain: string): string => plain.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

function longestBody(item: JsonItem): string {
  const bodies = [item.content_html ?? '', asHtml(item.content_text ?? ''), asHtml(item.summary ?? '')]
  return bodies.reduce((a, b) => (b.length > a.length ? b : a)).slice(0, MAX_CONTENT)
}

const clip = (value: string | undefined): string | null => value?.slice(0, MAX_FIELD) ?? null

const toRawItem = (item: JsonItem): RawItem => ({
  guid: clip(item.id),
  title: clip(item.title) ?? '',
  url: clip(item.url ?? item.external_url),
  date: clip(item.date_published ?? item.date_modified),
  categories: item.tags
    .filter(tag => typeof tag === 'string')
    .map(tag => tag.slice(0, 200))
    .slice(0, MAX_CATEGORIES),
  content: longestBody(item)
})

function parseJson(source: string): unknown {
  try {
    return JSON.parse(source)
  } catch (error) {
    throw new FeedTextError(
      `this begins like a JSON Feed, but its JSON is broken: ${(error as Error).message.slice(0, 200)}`
    )
  }
}

/** Reads JSON Feed 1 and 1.1. Other JSON throws a FeedTextError. */
export function readJsonFeed(source: string): RawFeed {
  const parsed = feedSchema.safeParse(parseJson(source))
  if (!parsed.success)
    throw new FeedTextError(
      'this is JSON, but not a JSON Feed: "version" must be "https://jsonfeed.org/version/1" or "…/1.1", and "items" a list'
    )
  const { title, home_page_url, items } = parsed.data
  const read = items.slice(0, MAX_ITEMS).flatMap(item => itemSchema.safeParse(item).data ?? [])
  return {
    kind: 'json',
    title: clip(title) ?? '',
    link: clip(home_page_url),
    found: items.length,
    items: read.map(toRawItem)
  }
}
