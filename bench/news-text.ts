import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const feed = JSON.parse(
  readFileSync(fileURLToPath(new URL('../samples/feeds/signal-row.json', import.meta.url)), 'utf8')
) as {
  items: { content_text: string }[]
}

/** A sample feed's items, a paragraph a turn: what the demo says. */
const SAMPLE_TURNS = feed.items.flatMap(item => item.content_text.split(/\n+/).filter(Boolean))

/** Some 550 words in the manner of a news brief, with as many numbers and names as one has, as turns of two to four sentences: what a voice's pace is measured on. */
const BRIEF_TURNS: readonly string[] = [
  'Good morning. It is Monday, and here are the stories that people will be talking about today. We begin on the coast, where the clear-up goes on after a week of storms.',
  'Engineers have reopened the harbour bridge to buses and lorries, nine days after a barge struck one of its piers. The port authority says that the repair will be finished in the spring, and that smaller boats can pass under the middle span from tomorrow.',
  'Fishing crews are less patient. Their association says that each day in port costs a family boat several hundred pounds, and it wants the insurer to pay before the summer. The insurer has not answered.',
  'Doctors in four countries report that a new vaccine against malaria protected most of the young children who were given three doses. The trial followed more than twelve thousand children for two rainy seasons. The results were published last week, and they have yet to be confirmed by a second team.',
  'Is it cheap enough to be used? The maker says so: it has promised to sell each dose for less than the price of a bus ticket, if governments order early and together.',
  'In technology, a group of universities has released a language model that anyone may study. It is smaller than the models of the large companies, but the group has published all of the text that it learned from, and every step of its training. Critics say that openness alone does not make a system safe.',
  'The government will vote on its budget this evening. It needs the support of a small party of the centre, which has asked for lower fares on trains and for more money for schools. A spokeswoman said that talks had been friendly, but that nothing had been settled.',
  'If the vote is lost, ministers could try once more before the end of the month. After that, last year’s budget would simply go on, and plans for two new hospitals would have to wait.',
  'Astronomers have found a planet about the size of the Earth around a faint red star, some forty light years away. It circles its star in eleven days. Nobody knows yet whether it has an atmosphere, but a telescope in space will look for one in the autumn.',
  'And finally, a library in the north has been given back a book that was borrowed in the winter of nineteen sixty-three. The man who brought it back had found it behind a wardrobe. The library did not ask him to pay the fine, which would have come to more than two thousand pounds.',
  'In company news, the chip maker reported revenue of $4.6 billion for the three months to 30 September, 17% more than a year earlier. Its shares closed at 312.40 dollars on Thursday, and the S&P 500 rose by 0.4%.',
  'NASA says that the probe, named ARC-2, passed 348,000 kilometres from the comet on 14 August 2025. The images, taken with a 1.2-metre telescope, show a tail about 25,000 km long.',
  'The MX-200 is a text model with 70 billion parameters, and one GPU runs it at 1,500 words per second, according to its makers at the ETH in Zürich. A test version went to 2,500 users in the EU and the UK.'
]

/** What a voice's pace is measured on. */
export const NEWS_TURNS: readonly string[] = [...BRIEF_TURNS, ...SAMPLE_TURNS]
