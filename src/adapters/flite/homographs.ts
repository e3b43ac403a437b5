const SHOWS =
  'shown?|showed|broadcast|stream(?:s|ed|ing)?|aired?|airing|televised|perform(?:s|ed|ing)?|go|goes|going|went|gone|carried|screened'
const METAL = String.raw`(?! (?:pipes?|paints?|poisoning|levels|exposure|contamination|batter(?:y|ies)|shot|ammunition|in (?:the |drinking )?(?:water|soil|blood|paint)|(?:and|or) (?:zinc|copper|mercury|arsenic|cadmium|silver))\b|-(?:free|acid|lined|based))`

/** Words with two sounds where Flite takes the wrong one: the pattern, and a spelling that has only the right one. */
const RESPELLINGS: readonly (readonly [RegExp, string])[] = [
  [
    new RegExp(String.raw`(?<=\b(?:${SHOWS}) (?:(?:it|out|the \w{1,20}|the whole \w{1,20}) )?)live\b`, 'g'),
    'lyve'
  ],
  [/\blive(?= on (?:television|air|radio|stage|screen|T V)\b)/g, 'lyve'],
  [/\breading\b/g, 'reeding'],
  [new RegExp(String.raw`(?<!\b(?:of|toxic) )\blead\b${METAL}`, 'g'), 'leed'],
  [/(?<=\bto )house(?= [a-z])/g, 'howze']
]

/** "shown live", "they lead", "a reading crisis" with the sound that is meant. */
export const withRightSounds = (text: string): string =>
  RESPELLINGS.reduce((result, [pattern, said]) => result.replace(pattern, said), text)
