const ORDERS = [
  /\b(?:ignore (?:all|any|the|every|previous|your)|disregard (?:all|any|the|previous)|(?:previous|prior|above) instructions?|system prompt|as an ai\b|language model,? (?:you|please)|you are (?:now|a|an)|your (?:task|instructions?|script|listeners)|jailbreak|instead,? say|say the following|repeat after|the (?:hosts?|presenters?|podcast|narrators?|assistant) (?:must|should|shall|will|needs? to|is to|are to))\b/i,
  /\bas an? (?:\w+ )?(?:language|ai|artificial intelligence) (?:model|assistant)\b|\b(?:developer|debug|admin|god|dan) mode\b/i,
  /\b(?:urges?|asks?|tells?|orders?|instructs?|requires?|for|to) (?:all |any |every |the )*(?:ai|automated|artificial intelligence) (?:readers?|tools?|assistants?|systems?|models?|summari[sz]ers?|agents?|bots?|hosts?)(?:,| (?:to|that|must|should|reading)\b)/i,
  /\b(?:ai|automated) (?:readers?|tools?|assistants?|systems?|models?|summari[sz]ers?|agents?|bots?)\b[^.]{0,30} (?:must|should|shall|(?:is|are) to)\b/i,
  /^\W*(?:system|assistant|user|human|developer|prompt|instructions?|override|new rules?|tool call)\b[^:.]{0,20}:/i,
  /\bthe user (?:wants|asks|says|needs|expects|would like)\b|\bnew instructions? (?:follow|are|is|begin|apply)\b/i,
  /\b(?:following|preceding|above) (?:text|sentences?|lines?|words|paragraphs?|message)\b|\b(?:text|sentences?|lines?|paragraphs?) (?:above|below)\b|\b(?:everything|anything|all) (?:above|before (?:this|that))\b|\bprevious (?:text|sentences?|lines?|paragraphs?)\b/i,
  /\b(?:end|start|beginning) of (?:the |this )?(?:source|article|document|context|input|prompt|instructions?|feed|item)(?: text)?\b/i,
  /\bsummar(?:y|ies)\b[^.]{0,40} (?:must|should|shall|(?:has|have) to)\b|\btext-to-speech\b[^.]{0,30} (?:must|should|will|says?)\b|\b(?:converted|turned|read) (?:in)?to speech\b/i
]

/** Tells a machine that reads the text what to do, or what to take the text for. */
export const isToMachine = (text: string): boolean => ORDERS.some(pattern => pattern.test(text))

const PROGRAMME = [
  /\b(?:podcast|episode|hosts?|narrators?|presenters?|script)\b[^.]{0,40}\b(?:is|are) (?:required|instructed|asked|told|ordered|obliged|supposed|reminded|to (?:say|mention|name|read|tell|praise|report))\b/i,
  /\b(?:operator|owner|producer|sponsor) of the (?:podcast|show|episode)\b|\b(?:brought to|sponsored by|presented by)\b.{0,30}\blisteners\b/i,
  /\b(?:listeners?|audience|readers?|viewers?|everyone listening|anyone listening) (?:(?:is|are) (?:asked|reminded|encouraged|urged|invited|advised|required|told|requested)|(?:must|should|ought|can|may|need))\b/i,
  /\bthe next (?:story|host|turn|sentence|line|item|segment)\b|\bthe (?:end|rest) of the (?:news|episode|podcast|bulletin|programme)\b|\bthe hosts? (?:say|says|admit|admits)\b/i
]

/** Speaks of the programme that it is read in, or tells its listeners what to do. */
export const isOfProgramme = (text: string): boolean => PROGRAMME.some(pattern => pattern.test(text))
