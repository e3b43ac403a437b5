/** First words that stand for something said before. */
export const OPENERS = new RegExp(
  '^["“]?(?:' +
    '(?:When|If|While|Although|Though|As|Because|Since|Once|After|Before|Until) (?:he|she|it|they|this|that|these|those)|' +
    'He|She|It|They|Them|This|That|These|Those|Such|His|Her|Hers|Its|Their|Theirs|Both|Neither|Either|Others?|Another|' +
    'Here|There|Then|Thus|Therefore|Hence|Otherwise|Instead|Nevertheless|Nonetheless|Still|Yet|So|Or|Nor|Similarly|' +
    'Likewise|Moreover|Furthermore|Additionally|Besides|Consequently|Accordingly|Subsequently|Afterwards?|Previously|' +
    'Separately|Elsewhere|Also|But|And|Meanwhile|However|Indeed|Alternatively|Conversely|Overall|Finally|Lastly|' +
    'Secondly|Thirdly|Second,|Third,|Earlier,|Later,|Once there|Only then|Now|After all|In other words|What.s more|What is more|Then again|To be sure|More importantly|In so doing|Too,|Again|Thereafter|' +
    'One|Two|Three|All|Most|Many|Some|Several|Few|None|Each (?:of|one)|Half|' +
    'As a result|As such|As well|For example|For instance|In (?:response|contrast|turn|return|addition|all|total|fact|short|particular|that|this|these|those|it|them|doing)|' +
    'By (?:contrast|comparison|then|doing|that|this)|At (?:the (?:same )?time|that|this|first|least)|After (?:that|this|which)|' +
    'Since then|Until then|Before (?:that|then|this)|That said|To (?:that|this) end|On (?:this|that|the other hand)|' +
    'With (?:this|that|these|those)|Of (?:the|those|these|them)|From (?:there|this|that)|Because of (?:this|that)|' +
    'Despite (?:this|that)|Under (?:this|that|it)|Even (?:so|then)|Among (?:them|those|these|other)|' +
    'The (?:former|latter|two|three|pair|same|others?|first|second|third|rest|remaining|remainder|result|results|aim|idea|goal|reason|move|latest|news|company|firm|group|agency|team|man|woman|boy|girl|men|women|couple|duo|suspect|victim|country|nation|city|town|region|state|area|village|island|district)' +
    ')(?![\\w-])'
)
/** "The New Jersey Democrat is …": a person or a firm that was named before. */
export const EPITHET =
  /^The (?:Democrat|Republican|native|startup|senator|lawmaker|billionaire|politician|congressman|congresswoman|striker|actor|actress|rapper|singer|veteran|defendant|plaintiff|accused|youngster|teenager) (?!\p{Lu})|^The (?:\p{Lu}[\p{L}-]+ ){1,3}?(?:Democrat|Republican|native|company|firm|giant|startup|start-up|maker|chipmaker|carmaker|retailer|carrier|airline|automaker|club|team|side|star|singer|actor|actress|striker|captain|senator|lawmaker|billionaire|couple|pair|duo|group|player|man|woman|politician|leader|president)(?! \p{Lu})\b/u
/** Openers that begin a whole of their own: "One of the largest banks", "Many schools in Leeds". */
export const WHOLE =
  /^(?:(?:One|Two|Three|Some|Many|Most|Several|Few|Half|All|Both|Another|Each) (?:of the )?(?!of|were|was|is|are|had|have|has|said|say|would|will|could|can|did|do|also|remain|died)(?:\p{L}[\p{L}’'-]*|\d+) \p{L}|(?:That|Those) (?:who|which)|This (?:year|month|spring|summer|autumn|winter) |The (?:first|second|third|latest|same|results?) (?:\p{L}+ (?:of|in|to|from|since|on) |(?:\p{L}+ )?\p{Lu})|Its? is (?:not )?known )/u
/** A number whose noun was said before: "Two were injured". */
export const ELLIPSIS =
  /^(?:(?:About|Around|Nearly|Almost|Roughly|More than|Fewer than|Less than|At least|Only|Up to|Just|Some|Another) )?(?:an? )?(?:half|third|quarter|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|hundreds|thousands|millions|\d[\d,.]*)(?: percent| per cent|%| (?:others?|more|million|thousand))? (?:was|were|is|are|had|have|has|said|died|would|will|remain|remained|came|went|did|of (?:them|those|these|the|its|their))\b/i
/** "The reports faulted …": a thing of which was told before, where nothing in the phrase says which. */
export const TOLD_BEFORE =
  /^The (?:\p{Ll}+ )?(?:reports?|documents?|letters?|e?-?mails?|memos?|statements?|announcements?|decisions?|rulings?|verdict|proposals?|plans?|deals?|agreements?|stud(?:y|ies)|surveys?|findings?|researchers|authors|vote|bill|law|measures?|orders?|lawsuits?|complaints?|investigations?|probe|inquiry|incidents?|attacks?|crash|blaze|fire|trial|hearing|charges?|allegations?|videos?|footage|tweets?|posts?|comments?|remarks?|change|changes|project|initiative|programme|program|effort|device|product|feature|tool)(?! (?:of|by|from|that|which|who|in|on|for|to|with|between|against|into|at|over|about|published|released|called|known|named)\b)(?=[ ,])/u
/** Words anywhere in a sentence that stand for something said before. */
export const POINTS_BACK = [
  /\b(?:counter(?:s|ed)|retort(?:s|ed)) (?:that|by)\b/i,
  /\b(?:this|these|those|such)\b(?! (?:year|month|as|who|which|that|in|with|whose|of|summer|winter|spring|autumn|fall|from|living|made|affected|a|an)\b)/i,
  /^(?!.*\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b).*\b(?:during|in|over|for|of) the (?:month|week|day|season|period)(?=[.,])/,
  /\bthat(?=[.,;]| (?:into|as|up|down|out|off)\b)/,
  /^[^,]+, [^,]*\b(?:said|says)\b[^,]*, (?:it|they)\b/,
  /\b(?:how|when|why|where|whether|because|while) that \p{Ll}/u,
  /\b(?:at|in|on|of|for|with|from|to|by|than|like|since|until|after|before|about|over) that\b/i,
  /\bthat (?:time|night|week|number|figure|point|period|decision|case|end|same|amount|total|way|kind|deal|vote|meeting|process|research|work|plan|attack|incident)\b/i,
  /^(?!.*\b(?:January|February|March|April|May|June|July|August|September|October|November|December|\d{4})\b.*\bthat (?:day|month|year)\b).*\bthat (?:day|month|year)\b/,
  /\b(?:do|does|did|done|doing) so\b|\b(?:the )?(?:former|latter)(?= (?:is|was|has|had|will|of)\b|[.,])|\bthe following (?:day|week|month|year|morning)\b/i,
  /\bthe same (?:day|time|year|month|week|name|way|period|place|reason|thing|amount|company|group|kind|sort|type|method|problem)\b(?! (?:as|that)\b)(?!.* as\b)/i,
  /^(?!.*\b(?:from|than|compared|as)\b).*\b(?:days?|weeks?|months?|years?|hours?|minutes?) (?:earlier|later|before)(?=[.,]|$)/i,
  /(?<! (?:in|to|on|at|of|from) (?:the )?\p{Lu}.{0,160})\bthere(?=[.,”"]|$| (?:are|were|was|is) (?:also|now|still))|\b(?:was|were|is|are|has|had|have|who|and|has been) then\b/u,
  /[ ,](?:either|instead|otherwise|accordingly|altogether|meanwhile|however|though|therefore|thus)(?:,|\.[”"]?$)/i,
  /\b(?:others|another|ones|none|neither)(?= (?:was|were|is|are|had|has|have|said|would|will|died)\b|\.)|\b(?:both|each|the other|the one) (?:was|were|is|are|had|has|have|said|would|will|died)\b/i,
  /\b(?:the|all|these) (?:two|three|four|five|six|seven|eight|nine|ten)\b(?!-| (?:of|months (?:to|ended|through|until|from)|\w+ (?:of|in|that|who|which))\b)/i,
  /^(?!.*(?:\band|,) then\b).*\p{L} then \p{Ll}+(?:ed|ew|nt|ok|ve|an)\b/u,
  /\b(?:century|centuries|decades?|years?|months?|weeks?|days?|hours?|minutes?) later\b(?! (?:than|of)\b)(?<!\b(?:January|February|March|April|May|June|July|August|September|October|November|December|\d{4}|after|when)\b.{0,120})/,
  /^(?:One|Another|A|The|Some|Several|A few) (?:\p{Ll}+ )?(?:explanation|reason|theory|problem|example|answer|exception|option|alternative)s?\b(?! (?:of|for|why|that|in|to)\b)/u,
  /^The (?!(?:world|government|president|police|army|economy|internet|sun|moon|earth|king|queen|pope|public|market|pandemic)\b)\p{Ll}+['’]s /u,
  /(?<!\b(?:and|then|or|but|was|were|who|which|that) )\blater (?:\p{Ll}{2,}ed|said|told|found|went|became|took|made|was|were)\b/u,
  /\b(?:as well|too)(?=\.[”"]?$|, (?!as\b))/i,
  /^(?:Police|Officials|Authorities|Rescuers) (?:said|say) (?:that )?(?!.* (?:in|at|after|during|when|near|on|outside|as) )[^.]*\b(?:detained|arrested|injured|hurt|killed|evacuated)\b/,
  /^The (?:vast |great |large )?(?:majority|minority|bulk)\b(?! of)/,
  /\b(?:nonetheless|nevertheless|similarly|likewise|the rest|thereby|hence)\b/i
]
