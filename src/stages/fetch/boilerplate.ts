/** Openings of lines that are never part of a story, with the mark that tells them from prose. */
const LINES: RegExp[] = [
  /^(?:\W{0,3}\s?)?(?:read|keep reading|continue reading|view|see|get)\s(?:more|on|the (?:full|whole|rest)|full|entire|original|also)\b.{0,120}$/i,
  /^(?:continue|keep) reading\b/i,
  /^(?:click|tap|swipe) (?:here|on|through|to)\b/i,
  /^(?:related|see also|also read|read also|more on this|more from|recommended|you may also like|don't miss|further reading)\b.{0,3}(?::|articles?|stories|posts?|links?|$|[^.!?]{0,120}$)/i,
  /^(?:photo|photograph|photography|image|picture|illustration|graphic|video|credit|featured image|file photo)s?(?: (?:credit|by|courtesy|source)s?\b)?(?: of)?\s?[:/©|]/i,
  /^(?:source|via)\s?:.{0,60}$/i,
  /^(?:photograph|photo|image|illustration|picture)s? (?:by|courtesy|credit)\b/i,
  /\b(?:getty images|shutterstock|afp via getty|ap photo|alamy|epa-efe|\/reuters|\/ap|\/afp)\W{0,3}$/i,
  /^(?:watch|listen|video|audio|podcast|gallery|in pictures|pictures|poll|quiz)\s?:/i,
  /^(?:advertisement|advertising|sponsored(?: content)?|promoted|comments?|share|tweet|print|email|loading|skip to .{0,40}|show more|menu|transcript|topics|tags)\W{0,3}$/i,
  /^\d{1,6} (?:comments?|shares?|likes?|points?)\b.{0,40}$/i,
  /^(?:leave|post|add|write) a (?:comment|reply)\b/i,
  /^(?:share|tweet|follow|like|join|find) (?:this|it|us|me|on)\b.{0,80}$/i,
  /^(?:sign up|subscribe|register|log in|download our|get our|join our)\b/i,
  /^(?:tags?|topics?|categor(?:y|ies)|filed under|posted (?:in|by|on)|published(?: on| in)?|updated(?: on)?|last (?:updated|modified)|written by|reporting by|additional reporting|editing by|edited by|submitted by|reviewed by|compiled by|author|contact|location|article url|comments url|points|# comments|length|rating|duration)\b\s?(?::|by|at|on|in|\S{0,3}\d)/i,
  /^by \p{Lu}[^.!?]{0,120}$/iu,
  /^(?:©|\(c\)|copyright\b)/i,
  /^the post\b.{0,500}\bappeared first on\b/i,
  /^(?:have a (?:tip|story|question)|got a (?:tip|story)|contact (?:us|the author)|email us|about the author|editor['’]s note)\b/i
]

/** Words that give away a sentence about the page, not the news. */
const SENTENCES: RegExp[] = [
  /\b(?:sign up|subscribe|register)\b.{0,60}\b(?:newsletter|emails?|updates|alerts|for free|here|today|now|channel|podcast|feed)\b/i,
  /\b(?:our|my|free|daily|weekly) (?:e-?mail )?newsletters?\b/i,
  /\b(?:we|this site|our site) uses? cookies\b|\baccept (?:all )?cookies\b|\bcookie (?:policy|settings|preferences)\b/i,
  /\b(?:privacy policy|terms of (?:service|use)|all rights reserved|affiliate (?:commission|links?|programme|program)|may earn a commission)\b/i,
  /\bclick (?:here|below|on the link|the link|through)\b|\b(?:link|links) (?:below|in (?:bio|the description))\b/i,
  /\bfollow (?:us|me|him|her|them|\S{1,30} \S{1,30}) on (?:twitter|x|facebook|instagram|bluesky|mastodon|threads|tiktok|linkedin|youtube)\b/i,
  /\bappeared first (?:on|in|at)\b|\b(?:was|were|is) (?:originally|first) (?:published|posted) (?:on|in|at|by)\b|\b(?:article|story|post|piece) (?:originally|first) (?:appeared|ran)\b/i,
  /^(?:read|see|find|watch|listen to) (?:more|the (?:full|rest|whole|video|episode|interview)|our (?:full|other|complete))\b/i,
  /\bcontinue reading\b|\bread (?:more|the (?:full|rest of the)) (?:story|article|post|report|here|on|at|about)\b/i,
  /\b(?:support|fund) our (?:journalism|work|reporting)\b|\bbecome a (?:member|subscriber|patron|supporter)\b/i,
  /\bthis (?:story|article|post|page|piece|live blog) (?:has been|was|is being|will be) (?:updated|corrected|amended)\b|\bthis is a (?:developing|breaking)(?: news)? story\b|\bcheck back (?:for|later|soon)\b|\b(?:will|['’]ll) (?:be )?updated? (?:this|the) (?:story|article|post|page|piece)\b/i,
  /^check (?:it|them|this) out (?:here|below)\b/i,
  /\b(?:download|get) (?:the|our) (?:free )?app\b|\bleave (?:a|your) comments?\b|\bin the comments (?:below|section)\b|\blet us know\b|\bafter the jump\b/i,
  /\b(?:getty images|image credit|photo credit|ap photo|shutterstock)\b|^\(?(?:photo|image|video|illustration)s?(?: by| credit| courtesy)?:/i,
  /\b(?:sponsored by|promo code|coupon code|discount code|use code|paid partnership)\b/i,
  /\bsubmitted by\s+\/?u\//i,
  /\b(?:editing|additional reporting) by \p{Lu}/iu
]

/** Is this line, short of a full stop or not, part of the page and not of the story? */
export const isBoilerplateLine = (line: string): boolean =>
  LINES.some(pattern => pattern.test(line.slice(0, 700))) || (line.length > 4 && line === line.toUpperCase())

export const isBoilerplateSentence = (sentence: string): boolean =>
  SENTENCES.some(pattern => pattern.test(sentence.slice(0, 1500)))
