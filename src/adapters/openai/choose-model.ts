const SPEAKS = /tts|speech|kokoro|piper|orpheus|chatterbox|voice/i
const HEARS = /whisper|transcri|asr|stt|realtime/i

/**
 * The model to ask for where none was named: the only one, or the only one whose name says that it speaks, or `kokoro`
 * or `tts-1`, which most servers take; null where several would do, and the owner must say which.
 */
export function chooseModel(models: readonly string[] | null, looksLikeKokoro: boolean): string | null {
  if (models === null || models.length === 0) return looksLikeKokoro ? 'kokoro' : 'tts-1'
  const known = (looksLikeKokoro ? ['kokoro', 'tts-1'] : ['tts-1', 'kokoro']).find(name =>
    models.includes(name)
  )
  if (known !== undefined) return known
  const speaking = models.filter(name => SPEAKS.test(name) && !HEARS.test(name))
  const [only] = models.length === 1 ? models : speaking
  return (models.length === 1 || speaking.length === 1) && only !== undefined ? only : null
}
