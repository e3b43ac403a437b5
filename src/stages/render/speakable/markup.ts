import { inOrder } from './patterns.ts'
import type { Rule } from './patterns.ts'

const ENTITIES: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&#39;': "'",
  '&nbsp;': ' '
}
const MARKER = /^[^\S\n]{0,8}(?:[-*+•‣◦·▪●>]|#{1,6})[^\S\n]+/

/** With or without a title; twice, since one may stand in another. */
const LINK = /\[([^[\]]{0,300})\]\((?:[^()\s]{0,500}|(?:https?:|mailto:|\/|#)[^()\n]{0,500})\)/g

const tags: Rule = text => text.replace(/<\/?[A-Za-z][^<>]{0,300}>/g, ' ')
const entities: Rule = text =>
  text.replace(/&(?:amp|lt|gt|quot|apos|#39|nbsp);/g, entity => ENTITIES[entity] ?? ' ')

const links: Rule = text =>
  text
    .replace(/\[([A-Za-z])\](?=[a-z])/g, '$1')
    .replace(/!\[[^[\]]{0,300}\]\([^()\s]{0,500}\)/g, ' ')
    .replace(LINK, '$1')
    .replace(LINK, '$1')
    .replace(/\[(?:\d{1,3}|sic|citation needed|\.{3}|…)\]/g, ' ')

const emphasis: Rule = text =>
  text
    .replace(/(?<=\d) ?\* ?(?=\d)/g, ' times ')
    .replace(/[*`]|~~/g, '')
    .replace(/_/g, ' ')

/** Lines run together; one that a blank line or a list follows is closed with a full stop. */
const lines: Rule = text => {
  const all = text
    .split('\n')
    .map(line => ({ isItem: MARKER.test(line), text: line.replace(MARKER, '').trim() }))
  return all
    .map((line, at) => {
      const next = all[at + 1]
      const closes = next !== undefined && (next.isItem || next.text === '')
      return closes && /[^.!?:;,…]$/.test(line.text) ? `${line.text}.` : line.text
    })
    .join(' ')
}

/** HTML and Markdown are taken off; their text stays. */
export const markup = inOrder(tags, entities, links, lines, emphasis)
