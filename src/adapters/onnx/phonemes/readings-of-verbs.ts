import type { Reading } from './reading.ts'

const OBJECT = String.raw`(?= (?:the|a|an|its|his|her|their|our|your|my|this|these|those|it|them|us|him|more|up to)\b)`
const PLACE = String.raw`(?= (?:in|with|on|near|nearby|here|there|under|alone|together|longer|abroad|outside|inside|among|within|without|off|through|at|by|next|like|far|across)\b)`
/** Before "live" and "lives" these make an adverb or a noun of it. */
const ON_AIR = String.raw`(?<!\b(?:is|was|has|this|his|its|as|goes|comes|runs|plays|performs|reports|appears|speaks|events|news|sports|games|shows|concerts|airs|streams|broadcasts) )`
const OWNED = String.raw`(?<!\b(?:their|our|your|my|his|her|its|the|of|saves?|saved|saving|lost|lose|losing|claims?|claimed|cost|costs|many|more|most|other|human|innocent|people's|these|those|two|three|four|five|six|ten|thousand|hundred|million|dozen|risk|risked|risking|civilian|past|private|everyday|daily|real|whose) )`

const where = (pattern: string, flags = 'g'): RegExp => new RegExp(pattern, flags)

/** Verbs that look like nouns: an object follows, or a place. */
export const READINGS_OF_VERBS: readonly Reading[] = [
  [where(String.raw`(?<!\b(?:the|of|for|in|no|any|own|drug|land|first|personal) )\buse${OBJECT}`), 'jˈuːz'],
  [
    where(String.raw`(?<!\b(?:the|of|for|no|many|other|its) )\buses${OBJECT}`),
    { us: 'jˈuːzᵻz', gb: 'jˈuːzɪz' }
  ],
  [where(String.raw`(?<!\b(?:an|the|no|this) )\bincrease${OBJECT}`), 'ɪŋkɹˈiːs'],
  [where(String.raw`(?<=\b(?:help|could|further) )increase\b`), 'ɪŋkɹˈiːs'],
  [
    where(String.raw`(?<!\b(?:the|price|pay|rate|tax) )\bincreases${OBJECT}`),
    { us: 'ɪŋkɹˈiːsᵻz', gb: 'ɪŋkɹˈiːsɪz' }
  ],
  [
    where(
      String.raw`(?<!\b(?:a|the|one|prime|main|chief|murder|terror) )\bsuspect(?= (?:that|the|it|he|she|they|there|a)\b)`
    ),
    'səspˈɛkt'
  ],
  [
    where(
      String.raw`(?<!\b(?:the|two|three|four|five|prime|main|murder|terror) )\bsuspects(?= (?:that|it|a)\b)`
    ),
    'səspˈɛkts'
  ],
  [where(String.raw`\battribute(?= (?:the|it|this|that|these|much|most|their|its|his|her)\b)`), 'ɐtɹˈɪbjuːt'],
  [where(String.raw`\battributes(?= (?:the|it|this|much|most)\b)`), 'ɐtɹˈɪbjuːts'],
  [
    where(String.raw`(?<=\b(?:analysts|economists|forecasters|models|officials|experts) )project\b`),
    'pɹədʒˈɛkt'
  ],
  [where(String.raw`\bobject(?= to\b)`), 'əbdʒˈɛkt'],
  [where(String.raw`\bobjects(?= to\b)`), 'əbdʒˈɛkts'],
  [
    where(
      String.raw`(?<=\b(?:analysts|economists|experts|officials|researchers|scientists|we|they|who|some|authorities) )estimate\b`
    ),
    { us: 'ˈɛstᵻmˌeɪt', gb: 'ˈɛstɪmˌeɪt' }
  ],
  [
    where(
      String.raw`(?<!\b(?:some|earlier|early|the|all|other|official|previous|initial|its|their) )\bestimates(?= that\b)`
    ),
    { us: 'ˈɛstᵻmˌeɪts', gb: 'ˈɛstɪmˌeɪts' }
  ],
  [
    where(String.raw`\bhouses(?= (?:the|a|an|some|more|about|around|up)\b)`),
    { us: 'hˈaʊzᵻz', gb: 'hˈaʊzɪz' }
  ],
  [
    where(
      String.raw`(?<!\b(?:to|will|would|could|can|not|must|should|may|might|shall|do|does|did|didn't|don't|let) (?:\w+ly )?)(?<=\b(?:he|she|it|sign|statement|message|letter|note|post|banner|banners|headline|headlines|caption|email|text|tweet|placard|placards|signs) )read\b(?! more\b)`,
      'gi'
    ),
    'ɹˈɛd'
  ],
  [
    where(
      String.raw`(?<=\b(?:is|are|was|were|be|been|being|has|have|had|widely|most|well|best) )read(?= (?:by|out|as|in|and|to|the|it|aloud|widely)\b|$|[.,;:])`
    ),
    'ɹˈɛd'
  ],
  [
    where(
      String.raw`(?<=\b(?:played|performed|broadcast|streamed|aired|shown|watch|go|going|went|play|perform|performing|appear|appearing|recorded|sang|carried|televised) )live\b`
    ),
    'lˈaɪv'
  ],
  [
    where(
      String.raw`${ON_AIR}(?<=\b(?:who|men|women|children|still|now|also|not|actually|never|only|currently|mostly|people|once|residents|that|and|[a-z]{2,}s) )live${PLACE}(?! on (?:air|stage|television|camera|T|radio|the)\b)`
    ),
    'lˈɪv'
  ],
  [
    where(
      String.raw`${OWNED}(?<=[A-Za-z'] )\blives${PLACE}(?! at (?:risk|stake)\b)(?! in (?:danger|jeopardy)\b)`
    ),
    'lˈɪvz'
  ],
  [where(String.raw`\bwind(?= (?:up|down)\b(?! to\b))`), 'wˈaɪnd'],
  [where(String.raw`\bwinds(?= (?:up|down)\b(?! to\b))`), 'wˈaɪndz'],
  [where(String.raw`\bwound(?= (?:up|down|its|his|her|their|around|through)\b)`), 'wˈaʊnd'],
  [
    where(String.raw`\btear(?= (?:up|down|apart|through|off|into|it|them|the)\b)`),
    { us: 'tˈɛɹ', gb: 'tˈeə' }
  ],
  [where(String.raw`\btears(?= (?:up|down|apart|through|off|into)\b)`), { us: 'tˈɛɹz', gb: 'tˈeəz' }],
  [where(String.raw`\bbow(?= (?:to|out|down|before)\b)`), 'bˈaʊ'],
  [
    where(
      String.raw`\bused(?= to (?:be|have|do|live|work|think|say|call|make|take|own|go|play)\b)(?<!\b(?:is|are|was|were|be|been|being|also|widely|commonly|often|mainly|money|data|tools|technology) used)`
    ),
    'jˈuːst'
  ],
  [
    where(
      String.raw`(?<=\b(?:I|he|she|it|they|we|you|who|there|get|gets|got|getting|become|became|grown) )used(?= to\b)`
    ),
    'jˈuːst'
  ]
]
