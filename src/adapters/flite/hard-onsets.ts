/** Beginnings of names, none of them of an English word, and what stands for them. The first that fits is taken. */
const ONSETS: readonly (readonly [string, string])[] = [
  ['M(?=[bdfknstvwz])', 'Um'],
  ['Nn', 'N'],
  ['Nj', 'Ny'],
  ['N(?=[dgkqtwz])', 'Un'],
  ['Hj', 'Y'],
  ['Lj', 'Ly'],
  ['L(?=[vw])', 'Lu'],
  ['Bj', 'By'],
  ['Bn', 'Ben'],
  ['Fj', 'Fy'],
  ['Dj', 'J'],
  ['Jh', 'J'],
  ['Dm(?=i)', 'Dim'],
  ['Dn', 'Dun'],
  ['Rw', 'Ruw'],
  ['Tch', 'Ch'],
  ['Tl', 'Tul'],
  ['Gb', 'B'],
  ['Kp', 'P'],
  ['Kv', 'Kuv'],
  ['Ml', 'Mul'],
  ['Ff', 'F'],
  ['Wl', 'Vl'],
  ['Zd', 'Zud'],
  ['Zs', 'Zh'],
  ['Szn', 'Schn'],
  ['Szcz|Shch', 'Sh'],
  ['Hrv', 'Herv']
]

/** Words that Flite takes for abbreviations, whatever stands around them: "Gen Z" is no general, "Se" no point of the compass. */
const MISTAKEN: Readonly<Record<string, string>> = {
  Gen: 'Jen',
  gen: 'jen',
  Se: 'Say',
  Ave: 'Ahvay',
  Ca: 'Kah'
}

const PATTERNS = ONSETS.map(
  ([onset, said]) =>
    [new RegExp(String.raw`\b(?:${onset})(?=[a-z]*[aeiouy])(?=[a-z]{2})`, 'g'), said] as const
)

/** Names as Flite can say them: it spells out a word that begins as no English word does ("Ngozi" → "N G O Z I"). */
export const withEasyOnsets = (text: string): string =>
  PATTERNS.reduce((result, [onset, said]) => result.replace(onset, said), text).replace(
    /\b(?:Gen|gen|Se|Ave|Ca)\b/g,
    word => MISTAKEN[word] ?? word
  )
