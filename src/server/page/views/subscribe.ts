import { html, raw } from 'hono/html'
import { qrCode } from '../qr-code.ts'
import { subscribeLinks } from '../subscribe-links.ts'
import type { Markup } from './markup.ts'

const isThisMachine = (address: string) =>
  /^https?:\/\/(?:localhost|127\.[\d.]+|\[::1\])(?:[:/]|$)/.test(address)

function qrMarkup(feed: string): Markup {
  const code = qrCode(feed)
  if (code === null) return html``
  return html`<details class="qr">
    <summary>QR code of the feed</summary>
    <svg
      role="img"
      aria-label="QR code of the address of the feed"
      viewBox="0 0 ${code.size} ${code.size}"
      shape-rendering="crispEdges"
    >
      <path d="${raw(code.path)}" fill="#000" />
    </svg>
  </details>`
}

/** The ways in which a podcast app gets to know the feed. */
export const subscribeMarkup = (feed: string): Markup =>
  html`<section class="subscribe" aria-labelledby="subscribe">
    <h2 id="subscribe">Subscribe</h2>
    <ul class="apps">
      ${subscribeLinks(feed).map(({ app, href }) => html`<li><a href="${href}">${app}</a></li>`)}
      <li><a href="${feed}">Plain feed</a></li>
    </ul>
    <div class="feed">
      <label for="feed">Address of the feed, for any other app</label>
      <input id="feed" readonly value="${feed}" />
      <button type="button" hidden>Copy</button>
      <span role="status"></span>
    </div>
    ${qrMarkup(feed)}
    ${
      isThisMachine(feed)
        ? html`<p class="meta">
            This address is for this computer alone. Set server.public_url for one that a phone can reach.
          </p>`
        : ''
    }
  </section>`
