import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

/** In the order in which they build on each other. */
const MODULES = [
  'time',
  'memory',
  'controls',
  'chapters',
  'transcript',
  'media-session',
  'player',
  'keyboard',
  'open-episode',
  'copy',
  'page'
]

export interface Asset {
  name: string
  type: string
  body: string
}

const source = (name: string) => readFileSync(new URL(`./assets/${name}`, import.meta.url), 'utf8')

/** The modules as one: their imports are of each other alone, and no two of them use one name. */
const joinModules = (names: string[]) =>
  names
    .map(name => source(`${name}.js`).replace(/^import .*\n/gm, ''))
    .join('')
    .replace(/^export /gm, '')

function named(ending: string, type: string, body: string): Asset {
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 12)
  return { name: `page.${hash}.${ending}`, type, body }
}

/** What the pages need apart from their HTML, named by what is in it. */
export function loadPageAssets(): { css: Asset; js: Asset; icon: Asset } {
  return {
    css: named('css', 'text/css; charset=utf-8', source('page.css')),
    js: named('js', 'text/javascript; charset=utf-8', joinModules(MODULES)),
    icon: named('svg', 'image/svg+xml', source('icon.svg'))
  }
}

export type PageAssets = ReturnType<typeof loadPageAssets>
