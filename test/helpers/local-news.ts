import { rssItem, rssOf } from './rss-text.ts'

/** A story that does not exist: what a feed says of it, and what stands only on its page. */
export interface LocalStory {
  path: string
  title: string
  summary: string
  page: string[]
}

export const BRIDGE: LocalStory = {
  path: '/news/bridge.html',
  title: 'Council of Marrow Ford agrees to rebuild the old river bridge',
  summary:
    'The council of Marrow Ford agreed on Tuesday to rebuild the old river bridge after two years of dispute.',
  page: [
    'Eleven of the fourteen members voted for the plan, which keeps the stone arches and widens the roadway by two metres.',
    'Builders will close the crossing in March, and a ferry will carry people on foot until the work ends in the autumn.',
    'The engineer in charge, Odile Hartnell, said that divers had found deep cracks in the third pier last winter.',
    'Shopkeepers on the eastern bank fear for their trade, because buses will go round by the motorway for seven months.',
    'The bridge was built in 1874 and carries some nine thousand vehicles on an ordinary working day.',
    'A group that wanted a new bridge further north said that it would not go to court against the decision.',
    'The county pays for two thirds of the work, and the town for the rest out of a loan over twenty years.'
  ]
}

export const TELESCOPE: LocalStory = {
  path: '/news/telescope.html',
  title: 'Telescope on Mount Verrin finds water above a distant planet',
  summary: '',
  page: [
    'Astronomers at the Mount Verrin telescope have found water vapour above a planet forty light years away.',
    'The planet circles a small red star once in six days and is about twice as heavy as the Earth.',
    'The team watched it pass before its star eighteen times to be sure that the signal came from its own air.',
    'Professor Lena Osk, who led the work, said that the finding did not mean that anything lives there.',
    'A second instrument will look for carbon dioxide and methane in the coming spring.'
  ]
}

export const HOSPITAL: LocalStory = {
  path: '/news/hospital.html',
  title: 'Hospital in Dunmere opens its new children’s ward',
  summary:
    'The hospital in Dunmere opened a ward for children on Monday, three months later than it had planned.',
  page: [
    'The ward has thirty beds, and parents can sleep in the room of their child for the first time.',
    'Nurses from four smaller hospitals will move to Dunmere by the end of the year, its director said.',
    'The building cost twenty-six million dollars, of which the region paid a little more than half.',
    'A leak in the roof had delayed the opening, and workers replaced the ceiling of the upper floor in October.',
    'Families in the north of the county will travel an hour less than before to see a specialist.'
  ]
}

/** Its page may not be read. */
export const RESERVOIR: LocalStory = {
  path: '/closed/reservoir.html',
  title: 'Reservoir above Tarn Hollow is full for the first time in six years',
  summary:
    'The reservoir above Tarn Hollow is full for the first time in six years, and the ban on watering gardens ends on Friday.',
  page: ['Nobody who keeps to the rules of this site will ever have read this sentence about the reservoir.']
}

/** A headline whose page is gone. */
export const GONE: LocalStory = {
  path: '/news/gone.html',
  title: 'Minister of fisheries to leave office at the end of the month',
  summary: '',
  page: []
}

/** What stands around a story, and must never be heard. */
export const FURNITURE = {
  consent: 'We value your privacy and use cookies to store and access information on your device.',
  menu: 'Home News Weather Sport',
  byline: 'By Marta Quill, Chief Reporter',
  caption: 'Workers look across the water on a grey morning in this picture taken last week.',
  credit: 'Photograph: Ivo Stamm/The Local',
  newsletter: 'Sign up to our morning newsletter and never miss a story from your town.',
  related: 'Ten places to eat pancakes this weekend',
  bio: 'Marta Quill is a reporter who covers the county for The Local.',
  rights: 'Copyright The Local. All rights reserved.'
}

export function localPage({ title, page }: LocalStory): string {
  const [first = '', second = '', ...rest] = page
  const prose = (lines: string[]): string => lines.map(line => `<p>${line}</p>`).join('\n')
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title} | The Local</title></head><body>
<div id="consent-wall"><p>${FURNITURE.consent}</p><button>Accept all</button></div>
<nav><a href="/">${FURNITURE.menu}</a></nav>
<main><article><h1>${title}</h1><p>${FURNITURE.byline}</p>
<figure><img src="/a.jpg" alt=""><figcaption>${FURNITURE.caption} ${FURNITURE.credit}</figcaption></figure>
${prose([first, second])}
<p>${FURNITURE.newsletter}</p>
<p><a href="/food/pancakes.html">Read more: ${FURNITURE.related}</a></p>
${prose(rest)}
<p><em>${FURNITURE.bio}</em></p>
</article><aside><h2>Most read</h2><ul><li><a href="/food/pancakes.html">${FURNITURE.related}</a></li></ul></aside></main>
<footer><p>${FURNITURE.rights}</p></footer></body></html>`
}

/** A feed of summaries whose stories stand on the site. `date`: RFC 822. */
export const localFeed = (
  title: string,
  origin: string,
  stories: readonly LocalStory[],
  date?: string
): string =>
  rssOf(
    title,
    stories.map(({ title, summary, path }) =>
      rssItem({ title, text: summary, link: `${origin}${path}`, ...(date === undefined ? {} : { date }) })
    )
  )
