import { html } from 'hono/html'
import type { SourceLink } from '../../../domain/episode.ts'
import { plain } from '../read/plain.ts'
import { safeLink } from '../safe-link.ts'
import type { Markup } from './markup.ts'

/** A link to elsewhere, where the address is one that a reader may be sent to; else the text alone. */
export function linkOut(address: string | null, text: string, label = text): Markup {
  const href = safeLink(address)
  if (href === null) return html`<span>${text}</span>`
  return html`<a href="${href}" rel="noopener noreferrer" aria-label="${label}">${text}</a>`
}

const titled = ({ outlet, title }: SourceLink) => [outlet, title].map(plain).filter(Boolean).join(': ')

/** Short: the outlet's name leads to the item. */
export const outletLink = (source: SourceLink): Markup =>
  linkOut(source.url, plain(source.outlet) || plain(source.title) || 'Source', titled(source) || 'Source')

export const fullLink = (source: SourceLink): Markup => linkOut(source.url, titled(source) || 'Source')
