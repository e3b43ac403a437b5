import { describe, expect, test } from 'vitest'
import { cleanBody } from '../../src/stages/fetch/clean-body.ts'
import { htmlToPlain, titleToPlain } from '../../src/stages/fetch/html-to-plain.ts'

const NEWS = 'The harbour reopened on Monday after a storm had closed it for three days.'
const MORE = 'Ships had waited outside the bay since Friday.'

describe('HTML to plain text', () => {
  test.each([
    ['paragraphs', '<p>One.</p><p>Two.</p>', 'One.\n\nTwo.'],
    ['line breaks', 'One.<br><br/>Two.', 'One.\n\nTwo.'],
    [
      'links as their text',
      '<p>See <a href="https://x.example">the report</a> now.</p>',
      'See the report now.'
    ],
    ['inline marks', '<p>A <b>bold</b> and <i>quick</i> move.</p>', 'A bold and quick move.'],
    [
      'no pictures, captions, scripts, forms',
      '<figure><img src="a.jpg" alt="A"><figcaption>B</figcaption></figure><script>x()</script><style>p{}</style><form>F</form><p>One.</p>',
      'One.'
    ],
    ['no headings', '<h2>Why it matters</h2><p>One.</p>', 'One.'],
    ['entities', '<p>Caf&eacute; &amp; bar&nbsp;&#8217;25</p>', 'Café & bar ’25'],
    ['tables as lines', '<table><tr><td>One</td><td>Two</td></tr></table>', 'One\n\nTwo'],
    ['lists as lines', '<ul><li>One.</li><li>Two.</li></ul>', 'One.\n\nTwo.'],
    ['HTML that was escaped twice', '&lt;p&gt;One &lt;b&gt;two&lt;/b&gt;.&lt;/p&gt;', 'One two.'],
    ['plain text with its paragraphs', 'One\nline.\n\nTwo.', 'One line.\n\nTwo.'],
    [
      'plain text with signs that are no markup',
      'If a < b and c > d, then stop.',
      'If a < b and c > d, then stop.'
    ],
    ['no direction overrides', '<p>a\u202eb\u200bc</p>', 'abc'],
    ['nothing', '', '']
  ])('keeps %s', (_what, html, plain) => {
    expect(htmlToPlain(html)).toBe(plain)
  })

  test.each([
    ['Tom &amp; Jerry: <i>back</i>', 'Tom & Jerry: back'],
    ['  two\n lines ', 'two lines'],
    ['AT&amp;T&#39;s plan', "AT&T's plan"],
    ['<script>alert(1)</script>Safe', 'Safe'],
    ['$(rm -rf /) `x` [in]drawtext=text', '$(rm -rf /) `x` [in]drawtext=text']
  ])('makes one line of the title %j', (title, plain) => {
    expect(titleToPlain(title)).toBe(plain)
  })

  test('cuts a title at 1 KB', () => {
    expect(titleToPlain('word '.repeat(1000)).length).toBeLessThanOrEqual(1000)
  })

  test('takes deep nesting', () => {
    expect(htmlToPlain(`${'<div>'.repeat(50_000)}x`)).toBeTypeOf('string')
  })
})

describe('cleaning a body', () => {
  test.each([
    ['a plain report', NEWS, NEWS],
    ['paragraphs', `${NEWS}\n\n${MORE}`, `${NEWS}\n\n${MORE}`],
    ['"Read more"', `${NEWS} Read more`, NEWS],
    ['"Read more" on its line', `${NEWS}\n\nRead more: the story of the bay`, NEWS],
    ['"Continue reading..."', `${NEWS} Continue reading...`, NEWS],
    ['"Continue reading on the site"', `${NEWS}\n\nContinue reading this story on the site.`, NEWS],
    [
      '"The post … appeared first on …"',
      `${NEWS}\n\nThe post Harbour vs. storm: who won? appeared first on The Bay.`,
      NEWS
    ],
    [
      'a trailing "The post … appeared first on …"',
      `${NEWS} The post Harbour appeared first on The Bay.`,
      NEWS
    ],
    ['a call to sign up', `${NEWS}\n\nSign up for our free newsletter.`, NEWS],
    [
      'a call to subscribe in a sentence',
      `${NEWS} To get stories like this, subscribe to our daily newsletter.`,
      NEWS
    ],
    ['cookies', `We use cookies to improve this site.\n\n${NEWS}`, NEWS],
    ['sharing', `${NEWS}\n\nShare this story on Facebook`, NEWS],
    ['following', `${NEWS} Follow us on Bluesky for more.`, NEWS],
    ['a photo credit', `Photograph: Ann Lee/Reuters\n\n${NEWS}`, NEWS],
    ['an image credit', `${NEWS}\n\nImage: Getty`, NEWS],
    ['a caption with its agency', `Ships outside the bay on Friday. Ann Lee/Getty Images\n\n${NEWS}`, NEWS],
    ['"Comments"', `${NEWS}\n\n12 comments\n\nComments`, NEWS],
    ['"Advertisement"', `Advertisement\n\n${NEWS}`, NEWS],
    ['"Click here"', `${NEWS} Click here for the full list.`, NEWS],
    ['link marks', `${NEWS} [link] [comments]`, NEWS],
    ['"submitted by"', `${NEWS}\n\nsubmitted by /u/someone [link] [comments]`, NEWS],
    ['a bare address', `${NEWS}\n\nhttps://harbour.example/story`, NEWS],
    ['a sentence with an address', `${NEWS} The list is at https://harbour.example/list today.`, NEWS],
    [
      'an address in brackets',
      'The harbour (https://harbour.example) reopened on Monday after a storm.',
      'The harbour reopened on Monday after a storm.'
    ],
    ['a sentence with a mail address', `${NEWS} Write to desk@harbour.example with questions.`, NEWS],
    ['a sentence cut by "…"', `${NEWS} The port authority said that the…`, NEWS],
    ['a sentence cut by "[...]"', `${NEWS} The port authority said that the [...]`, NEWS],
    ['a sentence cut by "[…]"', `${NEWS} The port authority will last 82 […]`, NEWS],
    ['a sentence cut by "(more…)"', `${NEWS} The port authority said (more…)`, NEWS],
    ['a sentence cut without a mark', `${NEWS} The port authority said that`, NEWS],
    [
      'a last paragraph cut without a mark',
      `${NEWS}\n\nThe port authority said on Monday that all ships would be able to`,
      NEWS
    ],
    ['a dateline with its agency', `LONDON (Reuters) - ${NEWS}`, NEWS],
    ['a dateline with its date', `PARIS, Aug 28 (Reuters) — ${NEWS}`, NEWS],
    ['a dateline with its country', `KYIV, Ukraine (AP) — ${NEWS}`, NEWS],
    ['a dateline in capitals', `NEW YORK — ${NEWS}`, NEWS],
    ['an agency alone', `(CNN) — ${NEWS}`, NEWS],
    ['a byline', `By Ann Lee and Tom Ray\n\n${NEWS}`, NEWS],
    ['a kicker', `BREAKING NEWS: ${NEWS}`, NEWS],
    ['a kicker of its own', `STORM DAMAGE: ${NEWS}`, NEWS],
    ['a line in capitals', `STORM OVER THE BAY\n\n${NEWS}`, NEWS],
    ['a short heading', `What we know\n\n${NEWS}`, NEWS],
    ['a repeated sentence', `${NEWS}\n\n${NEWS} ${MORE}`, `${NEWS}\n\n${MORE}`],
    ['the title again', `Harbour reopens.\n\n${NEWS}`, NEWS],
    ['editing credits', `${NEWS} (Reporting by Ann Lee; Editing by Tom Ray)`, NEWS],
    ['a tweet', `${NEWS} Great news from @harbour today.`, NEWS],
    [
      'footnote marks',
      'The harbour reopened[1] on Monday after a storm.[23]',
      'The harbour reopened on Monday after a storm.'
    ],
    [
      'a standfirst without its full stop',
      `Harbour master says that the worst of the storm is over\n\n${NEWS}`,
      `Harbour master says that the worst of the storm is over.\n\n${NEWS}`
    ],
    [
      'one sentence without its full stop',
      'The harbour has reopened after a storm that closed it for three days',
      'The harbour has reopened after a storm that closed it for three days.'
    ],
    ['one fragment', 'The harbour has reopened after a storm that was in the', ''],
    ['nothing', '', '']
  ])('%s', (_what, text, clean) => {
    expect(cleanBody(text, 'Harbour reopens')).toBe(clean)
  })

  test.each([
    'Image processing has improved because cameras have become cheaper.',
    'Photographs of the ship reached the court on Monday.',
    'Subscribers of the network pay 4 dollars more from Monday.',
    'Comments by the minister moved the market on Monday.',
    'The company follows its rival on price.',
    'NASA – the American space agency – launched two probes.',
    'Share prices of both banks fell by a tenth on Monday.',
    'Video games earned more than films last year.',
    'Sources: two officials said so, the paper wrote.',
    'The U.S. and the U.K. signed a treaty on Monday.',
    'He said: "We will read more of these letters in court."'
  ])('keeps the news in %j', sentence => {
    expect(cleanBody(sentence, 'Another title')).toBe(sentence)
  })

  test('ends at 20,000 characters with a whole paragraph', () => {
    const paragraphs = Array.from(
      { length: 1000 },
      (_, at) => `Ship number ${at} left the harbour on Monday morning.`
    )
    const clean = cleanBody(paragraphs.join('\n\n'), 'Ships')
    expect(clean.length).toBeLessThanOrEqual(20_000)
    expect(clean).toMatch(/morning\.$/)
  })

  test.each(['(', '<', 'A', 'a ', '. ', 'By ', '"', 'www.', '…', 'AB '])('a flood of %j ends', piece => {
    expect(cleanBody(piece.repeat(100_000), 't')).toBeTypeOf('string')
  })
})
