const TO_A_MODEL: readonly RegExp[] = [
  /\b(?:ignore|disregard|forget|override|bypass|skip)\b[^.]{0,30}\b(?:above|previous|prior|earlier|instructions?|prompts?|rules|everything|guidelines|sources?)\b/i,
  /\b(?:system prompt|developer message|new instructions?|as an ai|language model|chatbot|you are now|act as|pretend (?:to|that|you))\b/i,
  /\b(?:you must|you should|please|instead|now|simply|always) (?:say|state|tell|announce|repeat|write|output|print|read out|respond|reply|include|mention|add|end|begin)\b/i,
  /^(?:say|repeat|write|output|print|respond|reply|announce|tell (?:the|your) (?:listeners?|audience|users?)|read (?:this|out|aloud))\b/i,
  /\b(?:hosts?|assistants?|ai|summari[sz]ers?|models?|bots?)\b[^.]{0,30}? (?:must|should|has to|have to|please|is to|are to)\b/i,
  /\b(?:instructions?|note|attention|message|important|notice) (?:to|for) (?:the |all |any )?(?:ai|assistant|model|hosts?|bot|summari[sz]er|llm)s?\b/i
]

const TO_A_READER =
  /^(?:sign up|subscribe|click|order (?:now|today|yours)|use (?:the )?code|shop now|discover the|visit our|download our|follow us|read more|continue reading|buy (?:now|yours)|donate|register now|join our|get (?:\d+|the app|our)|enter (?:the )?code)\b|\buse the code\b/i

/** Does a sentence of an item tell a model, or the reader, what to do? It is text like any other, and no news. */
export const isOrder = (sentence: string): boolean =>
  TO_A_READER.test(sentence.trim()) || TO_A_MODEL.some(pattern => pattern.test(sentence))
