import { gzipSync } from 'node:zlib'
import type { ServerResponse } from 'node:http'
import type { Route } from './feed-server.ts'
import { HOSTILE_FEEDS } from './hostile-feeds.ts'
import { rssItem, rssOf } from './rss-text.ts'

const made = (what: string): Route => {
  const feed = HOSTILE_FEEDS.find(each => each.what === what)
  if (feed === undefined) throw new Error(`there is no hostile feed of ${what}`)
  return feed.text()
}

/** Goes on until nobody listens any more. */
function endless(response: ServerResponse): void {
  const chunk = Buffer.alloc(256 * 1024, '<item><title>again</title></item>')
  const more = (): void => {
    while (!response.destroyed && response.write(chunk));
    if (!response.destroyed) response.once('drain', more)
  }
  response.writeHead(200, { 'content-type': 'application/rss+xml' })
  more()
}

const MEBIBYTE = 1024 * 1024

/** 64 MiB of blanks in 64 KiB. */
const bomb = gzipSync(Buffer.alloc(64 * MEBIBYTE, ' '))

/** Feeds that nothing can be made of, by their paths, and what the report is to say of each. */
export const HOPELESS: Record<string, { route: Route; reason: RegExp }> = {
  '/gzip-bomb.xml': {
    route: (_request, response) =>
      void response.writeHead(200, { 'content-encoding': 'gzip', 'content-type': 'text/xml' }).end(bomb),
    reason: /15 MiB/
  },
  '/endless.xml': { route: (_request, response) => endless(response), reason: /15 MiB/ },
  '/metadata.xml': {
    route: (_request, response) =>
      void response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data/' }).end(),
    reason: /redirects to .*169\.254\.169\.254.*private or reserved/
  },
  '/nested.xml': { route: made('200,000 nested elements'), reason: /more than 5000 deep/ },
  '/random.xml': { route: made('a text of random bytes'), reason: /not a feed|XML is broken/ }
}

/** Sends a byte now and then, and never ends. */
export const dripRoute: Route = (request, response) => {
  response.writeHead(200, { 'content-type': 'application/rss+xml' })
  const timer = setInterval(() => response.write(' '), 500)
  request.once('close', () => clearInterval(timer))
}

/** Feeds that can be read, and do no harm though they would like to. `canary`: a file that no program must make. */
export function harmfulWords(origin: string, canary: string): Record<string, Route> {
  const date = new Date(Date.now() - 3_600_000).toUTCString()
  const item = (first: string, second: string, title: string, guid: string): string => {
    const text = `<p>${first} <script>alert("heard")</script><img src=x onerror=alert(1)> ${second}</p>`
    return rssItem({ title, text, guid, date, link: `${origin}/${encodeURIComponent(guid)}` })
  }
  return {
    '/bomb.xml': made('an entity bomb of nested entities (a billion laughs)'),
    '/external.xml': made('an external entity that is a file'),
    '/words.xml': rssOf('Port Sallow <script>alert("title")</script> Post', [
      item(
        'The lighthouse of Port Sallow will open to visitors again after four years of repairs to its stairs.',
        'Its keeper expects some nine thousand people to climb the tower before the end of the year.',
        'Lighthouse opens <script>alert("item")</script> to visitors',
        '../../etc/passwd'
      ),
      item(
        'A farmer near Quarry Lane found forty silver coins from the time of the civil war in his potato field.',
        'The county museum will show the coins for a month before experts in the capital date them.',
        `Farmer finds silver $(touch ${canary}) \`touch ${canary}\` ; touch ${canary} |`,
        '/etc/passwd'
      ),
      item(
        'The school orchestra of Fenwick won the national prize for young players with a work of its own teacher.',
        'The forty musicians will play it again in the town hall when the new season begins.',
        `Orchestra wins' [in]drawtext=textfile=/etc/passwd:x=%{e}\\, prize`,
        'C:\\con\u0000'
      )
    ])
  }
}
