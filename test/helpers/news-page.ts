/** Paragraphs of a story that does not exist. */
export const STORY = [
  'The harbour of Port Ellery reopened on Monday after a storm had closed it for three days, its master said.',
  'Eleven ships had waited outside the bay since Friday, among them two ferries with four hundred passengers on board.',
  'The storm sank a dredger at the northern pier, and divers will begin to lift it on Thursday, weather permitting.',
  'The port authority puts the damage at nine million dollars, most of it to the cranes of the container terminal.',
  'Fishermen asked the government for help, because their boats had lain idle in the best weeks of the season.'
]

export const paragraphs = (texts: readonly string[]): string => texts.map(text => `<p>${text}</p>`).join('\n')

/** A news page of our own making: `head` and `body` stand where their names say. */
export const newsPage = (body: string = paragraphs(STORY), head = '<title>Harbour reopens</title>'): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8">${head}</head><body><nav><a href="/">Home</a></nav>` +
  `<article><h1>Harbour reopens after the storm</h1>${body}</article><footer>© The Ellery Post</footer></body></html>`
