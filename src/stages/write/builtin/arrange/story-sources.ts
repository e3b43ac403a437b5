import type { Item } from '../../../../domain/feed.ts'
import type { Story } from '../../../../domain/rundown.ts'
import { spokenCount, spokenList } from '../language/spoken-list.ts'
import { citedOutlet } from './cited-outlet.ts'

/** Who reports a story, as it is said. */
export interface StorySources {
  /** Of the item that leads; empty where its name cannot be said, or need not be. */
  outlet: string
  /** "three", where so many outlets have the story and more than two do; else empty. */
  count: string
  /** "X and Y": outlets that have the story and are not heard; empty where there are none, or one cannot be said. */
  unheard: string
  have: string
  /** One item of each outlet, the lead's first. */
  items: Item[]
}

const LEAST_COUNTED = 3

/** `heard`: outlets from which a sentence is told. */
export function sourcesOf(story: Story, lead: Item, heard: ReadonlySet<string>): StorySources {
  const items = [lead, ...story.items].filter(
    (item, at, all) => all.findIndex(({ outlet }) => outlet === item.outlet) === at
  )
  const names = items.filter(({ outlet, cite }) => !heard.has(outlet) && cite !== false).map(citedOutlet)
  const isSayable = names.every(name => name !== null)
  return {
    outlet: citedOutlet(lead) ?? '',
    count: items.length >= LEAST_COUNTED ? spokenCount(items.length) : '',
    unheard: isSayable ? spokenList(names.filter(name => name !== null)) : '',
    have: names.length > 1 ? 'have' : 'has',
    items
  }
}
