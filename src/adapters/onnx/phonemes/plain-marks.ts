type Step = readonly [RegExp, string]

const STEPS: readonly Step[] = [
  [/[\u200b-\u200f\u2060\ufeff\u00ad]/gu, ''],
  [/[‘’‛ʼ′´＇]/g, "'"],
  [/[“”„‟«»″]/g, '"'],
  [/[、，]/g, ', '],
  [/。/g, '. '],
  [/！/g, '! '],
  [/：/g, ': '],
  [/；/g, '; '],
  [/？/g, '? '],
  [/[¡¿]/g, ''],
  [/[[{]/g, '('],
  [/[\]}]/g, ')'],
  [/\s*[—―]\s*| +[–-] +|\s*-{2,}\s*/g, ' — '],
  [/[‐‑–]/g, '-'],
  [/\.{2,}/g, '…'],
  [/\s+/g, ' '],
  [
    /\b((?:twen|thir|for|fif|six|seven|eigh|nine)ty)-(?=(?:one|two|three|four|five|six|seven|eight|nine|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)(?:s|'s)?\b)/gi,
    '$1 '
  ]
]

const ABBREVIATIONS: readonly Step[] = [
  [/\bD[Rr]\.(?= \p{Lu})/gu, 'Doctor'],
  [/\b(?:Mr\.|MR\.(?= \p{Lu}))/gu, 'Mister'],
  [/\b(?:Ms\.|MS\.(?= \p{Lu}))/gu, 'Miz'],
  [/\b(?:Mrs\.|MRS\.(?= \p{Lu}))/gu, 'Mrs'],
  [/\bSt\.? (?=\p{Lu})/gu, 'Saint '],
  [/\betc\.(?! \p{Lu}|$)/giu, 'etc']
]

const apply = (text: string, steps: readonly Step[]): string =>
  steps.reduce((said, [pattern, by]) => said.replace(pattern, by), text)

/** Typographic marks as the few that a voice knows: ' - ; : , . ! ? — … " ( ) — and no stop that ends no sentence. */
export const plainMarks = (text: string): string => apply(apply(text.normalize('NFC'), STEPS), ABBREVIATIONS)
