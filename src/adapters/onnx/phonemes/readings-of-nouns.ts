import type { Reading } from './reading.ts'

/** Nouns, names and adjectives that look like other words. */
export const READINGS_OF_NOUNS: readonly Reading[] = [
  [
    /(?<=\b(?:point|zero|oh|one|two|three|four|five|six|seven|eight|nine|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|voice|version|phase|formula|league|hundred and|thousand and) )one\b/gi,
    { us: 'wˈʌn', gb: 'wˈɒn' }
  ],
  [
    /\blead(?=[ -](?:pipes?|paint|poisoning|levels|exposure|contamination|acid|batteries|bullets?|smelters?|dust)\b)/g,
    'lˈɛd'
  ],
  [
    /(?<=\b(?:record|market|market's|previous|last|Monday's|Tuesday's|Wednesday's|Thursday's|Friday's|day's|week's|closing|New York|at the|by the|the|to a|its) )close(?= (?:of|in a|on (?:Mon|Tues|Wednes|Thurs|Fri)|at|up)\b|$|[.,;:])/g,
    { us: 'klˈoʊz', gb: 'klˈəʊz' }
  ],
  [/\bwinds(?= (?:of )?up to\b)/g, 'wˈɪndz'],
  [
    /(?<=\b(?:fresh|farm|local|organic|agricultural|garden|dairy) )produce\b/g,
    { us: 'pɹˈoʊduːs', gb: 'pɹˈɒdjuːs' }
  ],
  [/(?<=\bwear and )tear\b/g, { us: 'tˈɛɹ', gb: 'tˈeə' }],
  [/(?<=\b[Tt](?:akes?|ook|aking) a )bow\b/g, 'bˈaʊ'],
  [/(?<!\bin a )\brow(?= (?:over|about|between|erupted|broke)\b)/g, 'ɹˈaʊ'],
  [/(?<=\b(?:diplomatic|political|furious|bitter|public|trade) )row\b/g, 'ɹˈaʊ'],
  [
    /\bcontent(?= (?:with|to)\b)(?<=\b(?:is|are|was|were|be|not|seems?|seemed|being|remain|remains) content)/g,
    'kəntˈɛnt'
  ],
  [/\brefuse(?= (?:collections?|collectors?|trucks?|bins?|dumps?|disposal|workers)\b)/g, 'ɹˈɛfjuːs'],
  [
    /(?<=\b(?:an|rights|privacy|consumer|climate|housing|health|leading|public|patient|labor|digital|animal|safety|victims'|strong|vocal|tireless) )advocate\b/g,
    'ˈædvəkət'
  ],
  [
    /\badvocates(?= (?:say|said|argue|argued|warn|warned|who|have|are|were|and|hope|fear)\b)|(?<=\b(?:rights|privacy|consumer|climate|housing|health|digital|animal|safety) )advocates\b/g,
    'ˈædvəkəts'
  ],
  [/(?<=\b(?:in|near|from|to|of|at) )Nice\b/g, 'nˈiːs'],
  [/(?<=\b(?:in|near|from|at) )Reading\b(?! (?:the|a|and)\b)/g, 'ɹˈɛdɪŋ'],
  [/\bMobile(?=, Alabama\b)/g, { us: 'moʊbˈiːl', gb: 'məʊbˈiːl' }]
]
