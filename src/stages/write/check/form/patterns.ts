import type { FaultKind } from '../fault.ts'

const STAGE_WORDS =
  'laughs?|laughing|laughter|chuckles?|chuckling|giggles?|sighs?|sighing|gasps?|pauses?|pausing|beat|music|applause|whispers?|whispering|clears? (?:his |her |their )?throat|' +
  'sfx|sound(?: effect)?|jingle|intro|outro|smiles?|smiling|nods?|nodding|excited(?:ly)?|enthusiastic(?:ally)?|sarcastic(?:ally)?|coughs?|fades?|cut to|transition|silence|warmly|softly|in unison|theme|upbeat|dramatic'

/** What must never be heard: its kind, what to call it, and how it looks. Found in this order. */
export const UNSPOKEN: readonly [kind: FaultKind, what: string, pattern: RegExp][] = [
  [
    'thinking',
    'a line of thought',
    /<\/?(?:think(?:ing)?|thought|reasoning|reflection|scratchpad|analysis)\b[^>]*>?|<\|(?:channel|start|message|end|im_start|im_end|eot_id)\|?>|\b(?:okay|ok|alright|hmm|right|wait),? (?:so )?(?:the user|let me (?:think|write|see|check|craft|draft)|i need to|i should|i have to)\b|\bthe user (?:wants|asked|is asking|has asked|would like|needs)\b|\blet me (?:think (?:about|through)|draft|craft|count the words)\b|\b(?:i need|i have|i should|i must) to? ?(?:write|keep|include|make sure|mention|avoid|produce)\b/i
  ],
  [
    'tool-call',
    'a call of a tool',
    /<\/?(?:tool|function|invoke|parameter|call|antml|tool_call|tool_use|tool_response|function_call|function_calls|search|query|result)[\w:-]*\b[^>]*>|\[\/?TOOL[\w_]*\]|\{\s*"[\w-]+"\s*:|"(?:name|arguments|parameters|tool|function|text|host|speaker|turns|items|role|content)"\s*:|\b(?:functions?|tools?)\.\w+\(|\b\w+\((?:query|url|text|input|q|path)\s*=|\b(?:print|search|fetch|lookup|web_search|get_\w+)\(|^\s*[{[]\s*["{]|[}\]]\s*[,;]?\s*$/i
  ],
  [
    'url',
    'an address',
    /\bhttps?:|\bwww\.|\b[a-z0-9-]+\.(?:com|org|net|io|ai|dev|gov|edu|info|co\.uk|de|fr|eu)(?:\/\S*|\b)|[\p{L}\d._-]+@[\p{L}\d-]+\.\p{L}{2,}|\b(?:dot com|dot org|dot net|slash slash|w w w)\b/iu
  ],
  [
    'emoji',
    'an emoji',
    /[\p{Extended_Pictographic}\u{1f1e6}-\u{1f1ff}\u{fe0f}\u{200d}]|(?:^|\s)(?:[:;]-?[)(DPp]|<3|:'\()(?:\s|$)/u
  ],
  [
    'stage-direction',
    'a stage direction',
    new RegExp(
      `\\[[^\\]]{1,60}\\]|\\((?:[\\p{L}]+ ){0,2}(?:${STAGE_WORDS})\\b[^)]{0,40}\\)|\\*(?:${STAGE_WORDS})\\b[^*]{0,40}\\*?|^(?:${STAGE_WORDS})\\.{3}`,
      'iu'
    )
  ],
  [
    'markup',
    'markup',
    /<\/?[a-z!?][^<>]*>|&(?:[a-z]{2,8}|#x?[0-9a-f]{1,6});|\*\*|__|```|`|~~|\]\(|^#{1,6}\s|^\s*[-*+•]\s|^\s*\d{1,2}[.)]\s|(?:^|\s)[*_]\S[^*_]*[*_](?:\s|[.,!?]|$)|^\s*\||[\\^|]|(?:^|\s)#\p{L}|\{\{|\}\}|<\/?\w|\bh[1-6]>|^>\s|-{3,}|={3,}/iu
  ],
  [
    'refusal',
    'a refusal or a word about being a model',
    /\b(?:i(?:'m| am) (?:sorry|afraid),? (?:but )?(?:i )?(?:can(?:no|')t|can not|am unable|am not able|won't)|i (?:can(?:no|')t|am unable to|'m unable to|am not able to|won't) (?:help|assist|comply|fulfil|fulfill|provide|create|generate|write|continue|do that|produce|complete|access|browse|verify)|as an? (?:ai|artificial intelligence|large language|language) ?(?:language )?(?:model|assistant)?|my (?:training data|knowledge cutoff|programming|guidelines)|i do(?:n't| not) have (?:access|enough information|real-time|the ability)|against my (?:guidelines|policy|policies)|content policy|i must decline|unable to (?:comply|fulfil|fulfill|assist)|here(?:'s| is) (?:the|your|a) (?:script|dialogue|rewritten|revised|updated|podcast)|(?:sure|certainly|of course)[,!] here(?:'s| is| are)|i hope this (?:helps|meets)|let me know if you(?:'d| would| need| want)|as requested|word count)\b/i
  ]
]
