import { parseHTML } from 'linkedom'

/** What cannot be read aloud as part of a story, by its tag alone. */
const NOT_PROSE = 'figure, figcaption, h1, h2, h3, h4, h5, h6, pre, aside'

export interface Truth {
  /** All text of the expected article. */
  whole: string
  /** Without figures, captions, headings, code and asides. */
  prose: string
}

/** The expected text of an article, from HTML that somebody judged to be its main part. */
export function truthOf(expectedHtml: string): Truth {
  const { document } = parseHTML(`<html><body>${expectedHtml}</body></html>`)
  const whole = document.body.textContent ?? ''
  for (const element of [...document.querySelectorAll(NOT_PROSE)]) element.remove()
  return { whole, prose: document.body.textContent ?? '' }
}
