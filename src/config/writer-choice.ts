import { resolve } from 'node:path'
import { BUILTIN_WRITER, type WriterWish } from '../domain/writer.ts'

/** What a name of a writer stands for. */
export type WriterChoice =
  | { kind: 'builtin' }
  /** A card of the model store. */
  | { kind: 'installed'; id: string }
  | { kind: 'gguf'; path: string }
  /** The address that `/v1/chat/completions` stands below; the model's name, if the server has several. */
  | { kind: 'server'; url: string; model: string | null }

export const WRITER_HELP =
  'use builtin, the name of an installed model (granite), gguf:PATH, or the address of a server with its model (http://localhost:11434/v1#granite4:tiny-h)'

/** Reads the name of a writer; null where it says nothing that is known. */
export function parseWriterChoice(text: string): WriterChoice | null {
  if (/^https?:\/\//.test(text)) return parseServer(text)
  if (text === BUILTIN_WRITER) return { kind: 'builtin' }
  if (text.startsWith('gguf:')) {
    const path = text.slice('gguf:'.length).trim()
    return path === '' ? null : { kind: 'gguf', path }
  }
  return /^[a-z0-9][a-z0-9.-]*(?::[A-Za-z0-9][A-Za-z0-9._-]*)?$/.test(text)
    ? { kind: 'installed', id: text }
    : null
}

function parseServer(text: string): WriterChoice | null {
  if (!URL.canParse(text)) return null
  const url = new URL(text)
  const model = url.hash === '' ? null : decodeURIComponent(url.hash.slice(1))
  url.hash = ''
  return { kind: 'server', url: url.href.replace(/\/+$/, ''), model }
}

/** The same with paths made absolute: a worker may run in another folder. */
export function absoluteWriter(writer: WriterWish, folder: string): WriterWish {
  const absolute = (name: string): string => {
    const choice = parseWriterChoice(name)
    return choice?.kind === 'gguf' ? `gguf:${resolve(folder, choice.path)}` : name
  }
  if (typeof writer === 'string') return absolute(writer)
  return { models: writer.models.map(each => ({ ...each, model: absolute(each.model) })) }
}
