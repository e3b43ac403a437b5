/**
 * Two things that feedsmith 3.0 writes otherwise than Apple wants them: itunes:explicit is `true` or `false`
 * there (feedsmith: yes, no), and values have no blanks around them (feedsmith puts CDATA on a line of its own).
 * Both are told from text by where they stand: text in the feed is one line, and its HTML is escaped.
 */
export function tidyFeedXml(xml: string): string {
  return xml
    .replace(/^( *)<itunes:explicit>no<\/itunes:explicit>$/gm, '$1<itunes:explicit>false</itunes:explicit>')
    .replace(/^( *)<itunes:explicit>yes<\/itunes:explicit>$/gm, '$1<itunes:explicit>true</itunes:explicit>')
    .replace(/>\n *<!\[CDATA\[/g, '><![CDATA[')
    .replace(/\]\]>\n *<\//g, ']]></')
}
