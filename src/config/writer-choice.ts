import { canParseUrl } from '../domain/can-parse-url.ts'
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

/** A host with its port, or a file: somebody forgot http:// or gguf: before it. */
const IS_NO_ID = /:\d{2,5}$|\.gguf$/i

/** Reads the name of a writer; null where it says nothing that is known. */
export function parseWriterChoice(text: string): WriterChoice | null {
  if (/^https?:\/\//i.test(text)) return parseServer(text)
  if (text === BUILTIN_WRITER) return { kind: 'builtin' }
  if (text.startsWith('gguf:')) {
    const path = text.slice('gguf:'.length).trim()
    return path === '' ? null : { kind: 'gguf', path }
  }
  const isId = /^[a-z0-9][a-z0-9.-]*(?::[A-Za-z0-9][A-Za-z0-9._-]*)?$/.test(text) && !IS_NO_ID.test(text)
  return isId ? { kind: 'installed', id: text } : null
}

function parseServer(text: string): WriterChoice | null {
  if (!canParseUrl(text)) return null
  const url = new URL(text)
  const model = decoded(url.hash.slice(1)).trim()
  url.hash = ''
  return { kind: 'server', url: url.href.replace(/\/+$/, ''), model: model === '' ? null : model }
}

/** A name with a bare % in it is meant as it stands. */
function decoded(hash: string): string {
  try {
    return decodeURIComponent(hash)
  } catch {
    return hash
  }
}

/** What a report calls a writer before it has told its name: without the folder of a file, and without a password. */
export function writerNameOf(name: string): string {
  const choice = parseWriterChoice(name)
  if (choice?.kind === 'gguf') return choice.path.replace(/^.*[\\/]/, '').replace(/\.gguf$/i, '')
  return choice?.kind === 'server' ? withoutPassword(name) : name
}

function withoutPassword(address: string): string {
  const url = new URL(address)
  if (url.username === '' && url.password === '') return address
  url.username = url.password = ''
  return url.href
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
