import type { Item } from '../../../domain/feed.ts'
import { sha256 } from '../../../domain/hash.ts'
import { cleanText, oneLine } from '../../../domain/text.ts'

export interface LetteredItem {
  /** A, B, C …: how the model names it. */
  letter: string
  item: Item
}

const MOST_ITEMS = 4
const FIRST_LETTER = 'A'.charCodeAt(0)

/** The items of a story that a model is shown, the longest text of each outlet first. */
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
      const head = [`report ${letter}`, harmless(item.outlet, mark), (item.publishedAt ?? '').slice(0, 10)]
      return [
        `<<< ${head.filter(part => part !== '').join(', ')} (${mark}) >>>`,
        `Headline: ${harmless(item.title, mark)}`,
        text,
        `<<< end of report ${letter} (${mark}) >>>`
      ].join('\n')
    })
    .join('\n\n')
}

/** Untrusted words for a prompt, on one line. */
export const harmlessLine = (text: string): string => oneLine(harmless(text, ''))

/** Marks, tags and the tokens of chats: a model that reads them as such, or says them, would be led. */
const MARKS = /<{2,}|>{2,}|<\||\|>|<\/?(?=[a-z_])|(?<=[a-z_"'/])>|\[\/?INST\]|\{\{|\}\}/gi

function harmless(text: string, mark: string): string {
  const plain = cleanText(text).replace(MARKS, ' ')
  return mark === '' ? plain : plain.replaceAll(mark, '')
}

function cutAtSentence(text: string, most: number): string {
  if (text.length <= most) return text
  const cut = text.slice(0, most)
  const end = Math.max(cut.lastIndexOf('. '), cut.lastIndexOf('.\n'), cut.lastIndexOf('\n\n'))
  return end > most / 2 ? cut.slice(0, end + 1) : cut
}
