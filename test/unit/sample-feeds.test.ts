import { readdirSync, readFileSync } from 'node:fs'
import RssParser from 'rss-parser'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { countWords, oneLine } from '../../src/domain/text.ts'

interface SampleFeed {
  file: string
  format: 'rss' | 'atom' | 'json'
  title: string
  link: string
  description: string
  language: string
  items: { title: string; link: string; date: string; text: string }[]
}

const folder = new URL('../../samples/feeds/', import.meta.url)
const jsonFeed = z.object({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  title: z.string(),
  home_page_url: z.string(),
  description: z.string(),
  language: z.string(),
  items: z.array(
    z.object({
      url: z.string(),
      title: z.string(),
      content_html: z.string().optional(),
      content_text: z.string().optional(),
      date_published: z.string()
    })
  )
})

const withoutTags = (html: string): string => oneLine(html.replace(/<[^<>]*>/g, ' '))

function readJson(file: string, text: string): SampleFeed {
  const feed = jsonFeed.parse(JSON.parse(text))
  const items = feed.items.map(item => ({
    title: item.title,
    link: item.url,
    date: item.date_published,
    text: withoutTags(item.content_html ?? item.content_text ?? '')
  }))
  return { ...feed, file, format: 'json', link: feed.home_page_url, items }
}

async function readXml(file: string, text: string): Promise<SampleFeed> {
  const feed = await new RssParser<{ subtitle?: string; language?: string }>({
    customFields: { feed: ['subtitle', 'language'] }
  }).parseString(text)
  const items = feed.items.map(item => ({
    title: item.title ?? '',
    link: item.link ?? '',
    date: item.isoDate ?? '',
    text: withoutTags(String(item['content:encoded'] ?? item.content ?? ''))
  }))
  return {
    file,
    format: file.endsWith('.atom.xml') ? 'atom' : 'rss',
    title: feed.title ?? '',
    link: feed.link ?? '',
    description: feed.description ?? feed.subtitle ?? '',
    language: feed.language ?? /xml:lang="(\w+)"/.exec(text)?.[1] ?? '',
    items
  }
}

const readSample = (file: string): Promise<SampleFeed> | SampleFeed => {
  const text = readFileSync(new URL(file, folder), 'utf8')
  return file.endsWith('.json') ? readJson(file, text) : readXml(file, text)
}

const feeds = await Promise.all(
  readdirSync(folder)
    .filter(file => /\.(xml|json)$/.test(file))
    .sort()
    .map(readSample)
)
const items = feeds.flatMap(feed => feed.items)
const feedsThatTell = (name: RegExp) => feeds.filter(feed => feed.items.some(item => name.test(item.title)))

describe('the sample feeds', () => {
  test('are at least six, in the three formats', () => {
    const count = (format: SampleFeed['format']) => feeds.filter(feed => feed.format === format).length
    expect(feeds.length).toBeGreaterThanOrEqual(6)
    expect(count('rss')).toBeGreaterThanOrEqual(3)
    expect(count('atom')).toBeGreaterThanOrEqual(1)
    expect(count('json')).toBeGreaterThanOrEqual(1)
  })

  test.each(feeds)('$file says its title, link, description and language', feed => {
    expect(feed.title).not.toBe('')
    expect(new URL(feed.link).protocol).toBe('https:')
    expect(feed.description).not.toBe('')
    expect(feed.language).toBe('en')
  })

  test.each(feeds)('$file has only dates between 27 August 05:00 and 29 August 2025 05:00 UTC', feed => {
    expect(feed.items.length).toBeGreaterThan(0)
    for (const item of feed.items) {
      const time = Date.parse(item.date)
      expect(time, item.title).toBeGreaterThanOrEqual(Date.parse('2025-08-27T05:00:00Z'))
      expect(time, item.title).toBeLessThanOrEqual(Date.parse('2025-08-29T05:00:00Z'))
    }
  })

  test.each(feeds)('$file links only to hosts reserved for examples', feed => {
    for (const item of feed.items)
      expect(new URL(item.link).hostname, item.title).toMatch(/(^|\.)example\.(org|com|net)$/)
  })

  test('hold at least 36 different items of 80 words and more, besides the advertisement', () => {
    const long = items.filter(item => countWords(item.text) >= 80 && !item.title.startsWith('Sponsored:'))
    expect(new Set(long.map(item => item.title)).size).toBeGreaterThanOrEqual(36)
  })

  test.each([
    ['MAI-Voice-1', /MAI-Voice-1/, 3],
    ['Nvidia’s quarter', /Nvidia/, 3],
    ['Starship’s tenth flight', /Starship/, 3],
    ['the comet 3I/ATLAS', /3I\/ATLAS/, 3],
    ['the church of Kiruna', /Kiruna.*church|church.*Kiruna/, 3],
    ['Spicomellus', /Spicomellus/, 2],
    ['FFmpeg 8.0', /FFmpeg 8\.0/, 2],
    ['Gemini 2.5 Flash Image', /Gemini 2\.5 Flash Image/, 2],
    ['NextGen Acela', /NextGen Acela/, 2],
    ['the stake in Intel', /\bIntel\b/, 2]
  ])('tell the story of %s in several feeds, each in other words', (_, name, least) => {
    const telling = feedsThatTell(name)
    const sentences = telling.flatMap(feed => {
      const told = feed.items.filter(item => name.test(item.title)).map(item => item.text)
      return [...new Set(told.flatMap(text => text.split(/(?<=[.!?]) /)))].filter(
        line => countWords(line) > 5
      )
    })
    expect(telling.length).toBeGreaterThanOrEqual(least)
    expect(new Set(sentences).size).toBe(sentences.length)
  })

  test('carry what a reader must remove: a headline alone, an item twice, an advertisement, boilerplate', () => {
    const twice = items.filter((item, i) => items.findIndex(other => other.text === item.text) < i)
    expect(items.filter(item => item.text === '')).toHaveLength(1)
    expect(twice).toHaveLength(1)
    expect(items.filter(item => item.title.startsWith('Sponsored:'))).toHaveLength(1)
    for (const phrase of [/Read more$/, /appeared first on/, /Sign up for our newsletter/])
      expect(items.filter(item => phrase.test(item.text)).length, phrase.source).toBeGreaterThan(0)
  })
})
