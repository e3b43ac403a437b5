import { countWords } from '../../domain/text.ts'

/** What stands in the place of an article, by the words that it says. */
const WALLS: { reason: string; words: RegExp }[] = [
  {
    reason: 'the page asks whether a person is reading',
    words:
      /\b(?:verif(?:y|ying) (?:that )?you(?:['’]re| are) (?:a )?human|are you a robot|not a robot|checking your browser|unusual (?:traffic|activity)|captcha|security check|press and hold|cloudflare|ddos protection)\b/i
  },
  {
    reason: 'the page shows nothing without scripts',
    words:
      /\b(?:(?:enable|turn on|activate|requires?|needs?|without) javascript|javascript (?:is|must be|seems to be|has been) (?:disabled|enabled|required|turned off|not)|disable your ad ?blocker|browser is (?:not supported|out of date|no longer supported))\b/i
  },
  {
    reason: 'the page asks for consent first',
    words:
      /\b(?:we value your privacy|before you continue|we and our (?:\d+ )?partners|manage (?:your )?(?:cookie|privacy|consent) (?:settings|preferences|choices)|(?:accept|reject|allow) all(?: cookies)?|legitimate interest|your privacy choices|consent to (?:the use of )?cookies)\b/i
  },
  {
    reason: 'the article is gone, or not there',
    words:
      /\b(?:page (?:not found|can(?:no|['’])t be found|you (?:requested|are looking for))|404 (?:error|not found)|no longer (?:available|exists)|(?:article|page|story) (?:has been removed|is unavailable|could not be found))\b/i
  },
  {
    reason: 'the server refuses to show the page',
    words:
      /\b(?:access (?:to this (?:page|site) )?(?:is |has been )?denied|403 forbidden|you don['’]t have permission|not available in your (?:country|region|location)|451 unavailable|too many requests|service unavailable)\b/i
  }
]

/** Ask for money, with some of the article before it. */
const PAYWALL =
  /\b(?:(?:subscribe|sign (?:in|up)|log in|register|join)\b.{0,40}\bto (?:continue|keep|read|unlock|access)|already (?:a )?(?:subscriber|member)|(?:article|story|content|post) is (?:only )?(?:for|available to|reserved for|exclusive to) (?:paying |paid |our |registered )?(?:subscribers|members|customers)|(?:subscribers?|members?)[ -]only|unlock (?:this|the full|unlimited)|continue reading (?:this|the|your) (?:article|story)|this (?:article|post) is for (?:paid|paying) subscribers|you['’]ve (?:read|reached) (?:your|all)\b.{0,40}\b(?:free|articles?|limit)|free (?:articles?|stories) (?:left|remaining)|réservé aux abonnés|nur für abonnenten|solo para suscriptores)\b/i

/** Longer texts have something to tell, whatever else they say. */
const WALL_WORDS = 250

/** What a short page is in the place of its article; null for other pages. `text` is all of it. */
export function wallOf(text: string): string | null {
  if (countWords(text) > WALL_WORDS) return null
  return WALLS.find(({ words }) => words.test(text))?.reason ?? null
}

/** Does a page show only the beginning of its article? */
export const hasPaywall = (text: string): boolean => PAYWALL.test(text)
