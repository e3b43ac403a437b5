const SAID_AFTER =
  /^[“"]([^“”"]{10,220})[,.][”"] (said|says|added|wrote) ((?:\p{Lu}[\p{L}.’'-]*)(?: (?:\p{Lu}[\p{L}.’'-]*|de|van|von|bin|al)){0,4})((?:, (?:who|whose|the|an?|chief|president|director|head|professor|chair)[^“”"]{0,120})?)\.$/u
const SAYS_AFTER =
  /^[“"]([^“”"]{10,220})[,.][”"] ((?:\p{Lu}[\p{L}.’'-]*)(?: (?:\p{Lu}[\p{L}.’'-]*|de|van|von|bin|al)){0,4}) (said|says|added|wrote)((?: (?:in|at|during|after|of|on) [^“”",]{0,60})?)\.$/u

/** "…," said Anna Lee, the mayor. → Anna Lee, the mayor, said: "…" By ear the speaker comes first. */
export function turnQuotation(sentence: string): string {
  return sentence
    .replace(
      SAID_AFTER,
      (_all, quote: string, verb: string, name: string, who: string) =>
        `${name}${who}${who === '' ? '' : ','} ${verb}: “${quote}.”`
    )
    .replace(
      SAYS_AFTER,
      (_all, quote: string, name: string, verb: string, where: string) =>
        `${name} ${verb}${where}: “${quote}.”`
    )
}
