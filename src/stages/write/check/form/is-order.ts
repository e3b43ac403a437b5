const COMMANDS =
  'thank praise mention recommend promote endorse advertise advise urge remind invite tell ask inform warn assure drink try buy choose vote visit speak talk pretend imagine assume stop end begin start drop replace translate summarise summarize answer sing shout whisper'

/** A sentence that begins with a command, and goes on with whom or what. */
const COMMAND = new RegExp(
  `^(?:[Pp]lease )?(?:${COMMANDS.split(' ')
    .flatMap(verb => [verb, `${verb[0]?.toUpperCase()}${verb.slice(1)}`])
    .join('|')}) (?:(?:the|your|our|all|every|this|that|it|them|him|her|a|an|only|about) |\\p{Lu})`,
  'u'
)

const TO_A_MODEL: readonly RegExp[] = [
  /\b(?:ignore|disregard|forget|override|bypass|skip)\b[^.]{0,30}\b(?:above|previous|prior|earlier|instructions?|prompts?|rules|everything|guidelines|sources?|the (?:reports?|articles?|news|stor(?:y|ies)|text))\b/i,
  /\b(?:system prompt|developer message|new instructions?|as an ai|as a (?:large )?(?:language model|chatbot)|you are now|act as|pretend (?:to|that|you))\b/i,
  /\b(?:you must|you should|please|instead|now|simply|always) (?:say|state|tell|announce|repeat|write|output|print|read out|respond|reply|include|mention|add|end|begin)\b/i,
  /^(?:say|repeat|write|output|print|respond|reply|announce|tell (?:the|your) (?:listeners?|audience|users?)|read (?:this|out|aloud))\b/i,
  /\b(?:hosts?(?! (?:country|nation|city|town|club|family|union|state))|assistants?|ai|summari[sz]ers?|models?|bots?|chatbots?)\b[^.]{0,30}? (?:must|should|has to|have to|please|is to|are to)\b/i,
  /\b(?:instructions?|note|attention|message|important|notice|task|request|hint|reminder|memo|word) (?:to|for) (?:the |all |any |our |your )?(?:ai|assistant|model|hosts?|bot|summari[sz]er|llm|writer|script ?writer|presenter|newsreader|reader of this|narrator|announcer|editor of this|producer|speaker|voice)s?\b/i,
  /\b(?:this|the|your) (?:script|show|programme|program|episode|podcast|broadcast|bulletin|segment|summary|newscast|opening|close|goodbye)\b[^.]{0,40}\b(?:must|should|has to|have to|needs? to|is to|are to|shall)\b/i,
  /\b(?:end|begin|open|close|start|finish|interrupt) (?:this|the|your) (?:script|show|programme|program|episode|podcast|broadcast|bulletin|segment|summary|newscast)\b/i,
  /\b(?:your|the (?:new|real|true|actual)) (?:new |real |true |only |actual )?(?:role|task|job|goal|purpose|mission|persona)\b[^.]{0,20}\b(?:is|are|will be|becomes?)\b/i,
  /\b(?:at the close|at the end|in the opening|at the beginning|in the goodbye) of (?:this|the|your) (?:script|show|programme|program|episode|podcast|broadcast)\b/i,
  COMMAND
]

const TO_A_READER =
  /^(?:sign up|subscribe|click|order (?:now|today|yours)|use (?:the )?code|shop now|discover the|visit our|download our|follow us|read more|continue reading|buy (?:now|yours)|donate|register now|join our|get (?:\d+|the app|our)|enter (?:the )?code)\b|\buse the code\b/i

/** Does a sentence of an item tell a model, or the reader, what to do? It is text like any other, and no news. */
export const isOrder = (sentence: string): boolean =>
  TO_A_READER.test(sentence.trim()) || TO_A_MODEL.some(pattern => pattern.test(sentence))
