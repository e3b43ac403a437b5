/** Runs of symbols with ids in a row: the vocabulary of Kokoro-82M v1.0 (its tokenizer.json), `$` pads. */
const RUNS: readonly (readonly [first: number, symbols: string])[] = [
  [0, '$;:,.!?'],
  [9, '—…"()“” \u0303ʣʥʦʨᵝ\uab67A'],
  [25, 'I'],
  [31, 'O'],
  [33, 'Q'],
  [35, 'ST'],
  [39, 'W'],
  [41, 'Yᵊabcdef'],
  [50, 'hijklmnopqrstuvwxyzɑɐɒæ'],
  [75, 'βɔɕç'],
  [80, 'ɖðʤə'],
  [85, 'ɚɛɜ'],
  [90, 'ɟ'],
  [92, 'ɡ'],
  [99, 'ɥ'],
  [101, 'ɨɪʝ'],
  [110, 'ɯɰŋɳɲɴø'],
  [118, 'ɸθœ'],
  [123, 'ɹ'],
  [125, 'ɾɻ'],
  [128, 'ʁɽʂʃʈʧ'],
  [135, 'ʊʋ'],
  [138, 'ʌɣɤ'],
  [142, 'χʎ'],
  [147, 'ʒʔ'],
  [156, 'ˈˌː'],
  [162, 'ʰ'],
  [164, 'ʲ'],
  [169, '↓'],
  [171, '→↗↘'],
  [177, 'ᵻ']
]

/** Each symbol that Kokoro knows, and its id. */
export const KOKORO_VOCABULARY: ReadonlyMap<string, number> = new Map(
  RUNS.flatMap(([first, symbols]) => [...symbols].map((symbol, i): [string, number] => [symbol, first + i]))
)
