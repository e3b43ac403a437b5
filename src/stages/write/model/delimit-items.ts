import type { Item } from '../../../domain/feed.ts'
import { sha256 } from '../../../domain/hash.ts'
import { cleanText, oneLine } from '../../../domain/text.ts'

export interface LetteredItem {
  /** A, B, C …: how the model names it. */
  letter: string
  item: Item
}

const MOST_ITEMS = 4
/** Characters of a headline or a name. */
const MOST_LINE = 300
const FIRST_LETTER = 'A'.charCodeAt(0)

/** The items of a story that a model is shown: the first, and the longest of the others. */
export function letterItems(items: readonly Item[]): LetteredItem[] {
  const [lead, ...rest] = items
  const byLength = [...rest].sort((a, b) => b.text.length - a.text.length)
  return [...(lead === undefined ? [] : [lead]), ...byLength]
    .slice(0, MOST_ITEMS)
    .map((item, at) => ({ letter: String.fromCharCode(FIRST_LETTER + at), item }))
}

/**
 * Items between marks that their text cannot close: whatever looks like a mark, or like the tokens that part the turns
 * of a chat, loses its form. `characters`: of text, shared among the items.
 */
export function delimitItems(items: readonly LetteredItem[], characters: number): string {
  const mark = sha256(JSON.stringify(items.map(({ item }) => [item.id, item.text]))).slice(0, 12)
  const each = Math.floor(characters / Math.max(1, items.length))
  return items
    .map(({ letter, item }) => {
      const text = cutAtSentence(harmless(item.text, mark), each)
      const line = (untrusted: string): string => clip(oneLine(harmless(untrusted, mark)), MOST_LINE)
      const head = [`report ${letter}`, line(item.outlet), line(item.publishedAt ?? '').slice(0, 10)]
      return [
        `<<< ${head.filter(part => part !== '').join(', ')} (${mark}) >>>`,
        `Headline: ${line(item.title)}`,
        text,
        `<<< end of report ${letter} (${mark}) >>>`
      ].join('\n')
    })
    .join('\n\n')
}

/** Untrusted words for a prompt, on one line; `most` characters of them. */
export const harmlessLine = (text: string, most = Infinity): string => clip(oneLine(harmless(text, '')), most)

/** Marks, tags and the tokens of chats: a model that reads them as such, or says them, would be led. */
const MARKS =
  /<{2,}|>{2,}|<[|｜]|[|｜]>|<\/?(?=[a-z_])|(?<=[a-z_"'/])>|\[\/?(?:INST|SYS|SYSTEM_PROMPT|AVAILABLE_TOOLS|TOOL_CALLS|TOOL_RESULTS|TOOL_CONTENT|IMG)\]|\{\{|\}\}/gi

function harmless(text: string, mark: string): string {
  const plain = cleanText(text).replace(MARKS, ' ')
  return mark === '' ? plain : plain.replaceAll(mark, '')
}

/** So many characters, and no half of one. */
const clip = (text: string, most: number): string =>
  text.length <= most ? text : text.slice(0, most).replace(/[\ud800-\udbff]$/, '')

function cutAtSentence(text: string, most: number): string {
  if (text.length <= most) return text
  const cut = clip(text, most)
  const end = Math.max(cut.lastIndexOf('. '), cut.lastIndexOf('.\n'), cut.lastIndexOf('\n\n'))
  if (end > most / 2) return cut.slice(0, end + 1)
  const blank = cut.lastIndexOf(' ')
  return blank > most / 2 ? cut.slice(0, blank) : cut
}
