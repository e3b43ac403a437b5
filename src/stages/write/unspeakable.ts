const STAGE_WORDS =
  'laughs?|laughing|laughter|chuckles?|sighs?|gasps?|pauses?|beat|music|applause|whispers?|whispering|clears throat|' +
  'sfx|sound|jingle|intro|outro|smiles?|smiling|excited|excitedly|sarcastic|cough|coughs|fade|fades'

/** What must never be heard, and what to call it. */
const UNSPEAKABLE: readonly [fault: string, pattern: RegExp][] = [
  ['a control character or a line break', /[\p{Cc}\p{Zl}\p{Zp}]/u],
  ['an invisible character', /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffd]/],
  ['a web address', /\bhttps?:|\bwww\.|\b[a-z0-9-]+\.(?:com|org|net|co\.uk)\/|\S@\S+\.\S/i],
  ['HTML or a tag', /<\/?[a-z!?][^<]*>?|&(?:[a-z]{2,8}|#x?[0-9a-f]{1,6});/i],
  ['markdown', /\*\*|__|```|`|\]\(|^#{1,6} |^[-*+•] |^\d{1,2}\) |(?:^| )\*\S/],
  ['"read more"', /\bread more\b|\bcontinue reading\b|\bclick here\b|\bsign up (?:for|to)\b/i],
  ['an emoji', /[\p{Extended_Pictographic}\u{1f1e6}-\u{1f1ff}\u{fe0f}]/u],
  [
    'a stage direction',
    new RegExp(`\\[[^\\]]*\\]|\\((?:${STAGE_WORDS})\\b[^)]*\\)|\\*(?:${STAGE_WORDS})\\b`, 'i')
  ],
  ['braces or code', /[{}\\|]|=>|\b(?:function|const|return) ?\(|;\s*$/],
  ['a speaker label', /^(?:host|speaker|narrator|assistant|system|user) ?[a-z0-9]?:/i],
  ['a hashtag or handle', /(?:^|\s)[#@][\p{L}_]/u]
]

/** What stands in the text that must never be heard, or null. */
export function findUnspeakable(text: string): string | null {
  const found = UNSPEAKABLE.find(([, pattern]) => pattern.test(text.replace(/[©®™]/g, '')))
  return found === undefined ? null : found[0]
}
