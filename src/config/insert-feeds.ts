import { isDeepStrictEqual } from 'node:util'
import { isMap, isNode, isPair, isSeq, parseDocument, stringify, type Node, type YAMLSeq } from 'yaml'
import type { NewFeed } from './plan-feeds.ts'

/** The feeds of a show are written in a way that is left to the person who wrote it. */
export class InsertFeedsError extends Error {
  override readonly name = 'InsertFeedsError'
}

/**
 * Text of duologue.yaml with feeds added behind those of a show; every other character stays as it is. Throws an
 * InsertFeedsError where the place cannot be told, or where anything but these feeds would change.
 */
export function insertFeeds(text: string, show: string, feeds: readonly NewFeed[]): string {
  if (feeds.length === 0) return text
  const list = listOf(text, show)
  const values = feeds.map(feed => (Object.keys(feed).length === 1 ? feed.url : feed))
  const edited = list.flow === true ? intoFlow(text, list, values) : intoBlock(text, list, values)
  if (isDeepStrictEqual(valueOf(edited), withFeeds(valueOf(text), show, values))) return edited
  throw fault(show)
}

type Value = string | NewFeed

const fault = (show: string): InsertFeedsError =>
  new InsertFeedsError(
    `shows.${show}.feeds: feeds cannot be added here without changing more; write it as a list, one "- address" to a line, without anchors (&) and aliases (*), or add them by hand`
  )

function listOf(text: string, show: string): YAMLSeq<Node> {
  const list = parseDocument(text).getIn(['shows', show, 'feeds'], true)
  if (isSeq<Node>(list) && list.items.length > 0) return list
  throw fault(show)
}

/** By way of JSON, so that what an anchor and its aliases name is not one and the same. */
const valueOf = (text: string): unknown => JSON.parse(JSON.stringify(parseDocument(text).toJS()))

function withFeeds(value: unknown, show: string, feeds: readonly Value[]): unknown {
  const config = value as { shows: Record<string, { feeds: unknown[] }> }
  config.shows[show]?.feeds.push(...feeds)
  return config
}

/** As it stands between the brackets of a flow list, quoted where that is needed. */
const written = (value: Value): string =>
  stringify([value], { collectionStyle: 'flow', lineWidth: 0 }).trim().slice(1, -1).trim()

const eolOf = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n')

const startOfLine = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1

/** Where the text of a node ends; a block ends with its last part, before comments that follow it. */
function endOf(node: unknown): number | null {
  if (isPair(node)) return endOf(node.value) ?? endOf(node.key)
  if (!isNode(node)) return null
  const last = (isMap(node) || isSeq(node)) && node.flow !== true ? node.items.at(-1) : undefined
  return last === undefined ? (node.range?.[1] ?? null) : endOf(last)
}

/** Below the last one, behind its comment, with the same dash before each. */
function intoBlock(text: string, list: YAMLSeq<Node>, feeds: readonly Value[]): string {
  const first = list.items[0]?.range?.[0] ?? 0
  const dash = /^ *- +/.exec(text.slice(startOfLine(text, first), first))?.[0] ?? '- '
  const eol = eolOf(text)
  const end = endOf(list) ?? text.length
  const newline = text[end - 1] === '\n' ? end - 1 : text.indexOf('\n', end)
  const lines = feeds.map(feed => `${dash}${written(feed)}`)
  if (newline === -1) return [text, ...lines].join(eol)
  return text.slice(0, newline + 1) + lines.map(line => line + eol).join('') + text.slice(newline + 1)
}

/** A few follow on the same line, more get a line each. */
const MOST_ON_A_LINE = 3

function intoFlow(text: string, list: YAMLSeq<Node>, feeds: readonly Value[]): string {
  const last = list.items.at(-1)
  const end = last === undefined ? null : endOf(last)
  if (end === null) return text
  const indent = /^ */.exec(text.slice(startOfLine(text, end)))?.[0] ?? ''
  const gap = feeds.length > MOST_ON_A_LINE ? `,${eolOf(text)}${indent}  ` : ', '
  return text.slice(0, end) + feeds.map(feed => gap + written(feed)).join('') + text.slice(end)
}
