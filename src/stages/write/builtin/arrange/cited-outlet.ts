import type { Item } from '../../../../domain/feed.ts'
import { spokenOutlet } from './spoken-outlet.ts'

/** An item's outlet as it is named aloud; null where its feed does not ask for it, or it cannot be said. */
export const citedOutlet = ({ outlet, cite }: Pick<Item, 'outlet' | 'cite'>): string | null =>
  cite === false ? null : spokenOutlet(outlet)

const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')

/** Is an outlet named in a text, with a capital or without? */
export const isNamedIn = (text: string, outlet: string): boolean =>
  new RegExp(`(?<![\\p{L}\\p{N}])${literal(outlet)}(?![\\p{L}\\p{N}])`, 'iu').test(text)
