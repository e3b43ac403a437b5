const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;'
}

/** Text as it stands in HTML, in elements and in quoted attributes. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, character => ENTITIES[character] ?? character)

/** Text as it stands in a WebVTT cue; with every `>` escaped, no cue can hold an arrow. */
export const escapeVtt = (text: string): string =>
  text.replace(/[&<>]/g, character => ENTITIES[character] ?? character)
