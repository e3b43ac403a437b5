import type { Item } from '../../../../domain/feed.ts'
import type { Story } from '../../../../domain/rundown.ts'
import { spokenCount, spokenList } from '../language/spoken-list.ts'
import { spokenOutlet } from './spoken-outlet.ts'

/** Who reports a story, as it is said. */
export interface StorySources {
  /** Of the item that leads; empty where its name cannot be said. */
  outlet: string
  /** "X and Y" where two to four outlets have the story and all can be said; else empty. */
  list: string
  /** "two", where more than one outlet has the story; else empty. */
  count: string
  /** "two other outlets have"; empty where there is no other. */
  others: string
  /** One item of each outlet, the lead's first. */
  items: Item[]
}

const MOST_NAMED = 4

export function sourcesOf(story: Story, lead: Item): StorySources {
  const items = [lead, ...story.items].filter(
    (item, at, all) => all.findIndex(({ outlet }) => outlet === item.outlet) === at
  )
  const names = items.map(({ outlet }) => spokenOutlet(outlet))
  const isList = names.length > 1 && names.length <= MOST_NAMED && names.every(name => name !== null)
  return {
    outlet: spokenOutlet(lead.outlet) ?? '',
    list: isList ? spokenList(names.filter(name => name !== null)) : '',
    count: items.length > 1 ? spokenCount(items.length) : '',
    others:
      items.length > 1
        ? `${spokenCount(items.length - 1)} other ${items.length > 2 ? 'outlets have' : 'outlet has'}`
        : '',
    items
  }
}
