const MOST_BYTES = 64 * 1024
const MOST_CHARACTERS = 200

/** The beginning of an answer as one printable line: at most 64 KB of it are read, the rest is left where it is. */
export async function readExcerpt(response: Response): Promise<string> {
  if (response.body === null) return ''
  const decoder = new TextDecoder()
  let text = ''
  let size = 0
  for await (const chunk of response.body) {
    text += decoder.decode(chunk, { stream: true })
    size += chunk.length
    if (size >= MOST_BYTES) break
  }
  const line = text.replace(/<[^>]*>|[\p{C}\s]+/gu, ' ').trim()
  return line.replace(/ {2,}/g, ' ').slice(0, MOST_CHARACTERS)
}
