import { html, raw } from 'hono/html'
import type { Markup } from './markup.ts'

/** A heading of a level that depends on where the text stands. */
export const heading = (level: number, name: string, text: string): Markup =>
  html`${raw(`<h${level} class="${name}">`)}${text}${raw(`</h${level}>`)}`
