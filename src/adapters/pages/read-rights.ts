import type { PageRights } from '../../stages/fetch/page-ports.ts'
import type { PageMeta } from './read-meta.ts'

/** `noai` and `noml`: the page is not for training or use by AI. */
const NO_AI = new Set(['noai', 'noml'])

function tdmReserved(value: string | null): boolean | null {
  if (value === '1') return true
  return value === '0' ? false : null
}

const lengthIn = (directive: string): number | null => {
  const [, length] = /^max-snippet\s*:\s*(-?\d{1,6})$/.exec(directive) ?? []
  return length === undefined || Number(length) < 0 ? null : Number(length)
}

/** What the page's tags allow and forbid. */
export function readRights(meta: PageMeta): PageRights {
  const has = (...names: string[]): boolean => meta.robots.some(directive => names.includes(directive))
  const lengths = meta.robots.map(lengthIn).filter(length => length !== null)
  return {
    noAi: meta.robots.some(directive => NO_AI.has(directive)),
    noIndex: has('noindex', 'none'),
    noSnippet: has('nosnippet') || lengths.includes(0),
    maxSnippet: lengths.length > 0 ? Math.min(...lengths) : null,
    tdmReserved: tdmReserved(meta.of('tdm-reservation')),
    tdmPolicyUrl: meta.addressIn('tdm-policy')
  }
}
