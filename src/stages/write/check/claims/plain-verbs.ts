/** Verbs of two words and turns of phrase, each to one word of the same sense and side. */
const PLAIN: readonly (readonly [RegExp, string])[] = (
  [
    ['(?:turns?|turned|turning|votes?|voted|voting|shoots?|shot|strikes?|struck) down', 'rejected'],
    ['(?:throw|toss)(?:s|es|ed|n|ing)? out|threw out', 'dismissed'],
    ['(?:go|goes|going|gone|went|creep|crept) up', 'rose'],
    ['(?:go|goes|going|gone|went|come|comes|came) down', 'fell'],
    ['(?:rul(?:e|es|ed|ing)) out', 'excluded'],
    ['(?:call|calls|called|calling) off', 'cancelled'],
    ['(?:step|steps|stepped|stepping) in', 'intervened'],
    ['(?:stay|stays|stayed|kept|keep|keeps) out', 'abstained'],
    ['(?:step|steps|stepped|stepping|stand|stands|stood) down', 'resigned'],
    ['(?:shut|shuts|shutting|close|closes|closed|closing) down', 'closed'],
    ['(?:take|takes|took|taken|taking) over from', 'succeeded'],
    ['(?:lay|lays|laid|laying) off', 'dismissed'],
    ['(?:put|puts|putting) off', 'postponed'],
    ['(?:bring|brings|brought|bringing) forward', 'advanced'],
    ['(?:pull|pulls|pulled|pulling) out', 'withdrew'],
    [
      '(?:give|gives|gave|giving) (?:the green light|the go-ahead|its blessing|their blessing)(?: to| for)?',
      'approved'
    ],
    ['(?:sign|signs|signed|signing) off on', 'approved'],
    ['(?:scale|scales|scaled|cut|cuts) back', 'reduced'],
    ['(?:speak|speaks|spoke|come|came|comes) out against', 'opposed'],
    ['(?:speak|speaks|spoke|come|came|comes) out (?:for|in favou?r of)', 'supported'],
    ['(?:advise|advises|advised|advising|warn|warns|warned) against', 'discouraged'],
    ['left (?=the|his|her|its|their)', 'quit '],
    ['(?:vote|votes|voted|voting) against', 'rejected'],
    ['(?:vote|votes|voted|voting) (?:for|in favou?r of)', 'approved']
  ] as const
).map(([phrase, word]) => [new RegExp(`\\b(?:${phrase})\\b`, 'gi'), word] as const)

/** "Took Brisk Terminals to court": the name stands inside the phrase. */
const TO_COURT = /\b(?:take|takes|took|taken|taking) ((?:\S+ ){1,8}?)to court\b/gi

const cache = new Map<string, string>()
const MOST_CACHED = 20_000

/** The text with one verb for each such phrase. */
export function withPlainVerbs(text: string): string {
  const known = cache.get(text)
  if (known !== undefined) return known
  const plain = PLAIN.reduce(
    (out, [phrase, word]) => out.replace(phrase, word),
    text.replace(TO_COURT, (_all, whom: string) => `sued ${whom.trim()}`)
  )
  if (cache.size >= MOST_CACHED) cache.clear()
  cache.set(text, plain)
  return plain
}
