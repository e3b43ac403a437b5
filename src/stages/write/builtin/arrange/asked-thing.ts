import { continued } from '../language/continued.ts'
import { subjectPhrase } from '../language/subject-phrase.ts'
import { PERSON_NOUNS } from '../language/word-lists.ts'
import { startsUpper, stemOf, tokensOf } from '../language/words.ts'
import type { ThingKind } from '../phrases/cues.ts'

/** A question that a sentence answers: about what, and in which words. */
export interface AskedThing {
  kind: ThingKind
  slots: Record<string, string>
}

const LENGTH = '(?:met(?:er|re)s|feet|kilomet(?:er|re)s|miles|inches|centimet(?:er|re)s)'
const ABOUT = '(?:about |around |nearly |almost |roughly |some |more than |just |only )?'

/** What the sentence says of its subject, from its verb on. */
const OF_SUBJECT: readonly [kind: ThingKind, says: RegExp][] = [
  ['weight', /^weigh(?:s|ed) /],
  [
    'size',
    new RegExp(
      `^(?:is|was|stands|measures) ${ABOUT}\\d[\\d,.]* ${LENGTH} (?:wide|tall|long|high|across|deep)\\b`
    )
  ],
  [
    'speed',
    /^(?:reaches|has|had|can|is) .{0,60}\b(?:(?:top|maximum) speed|miles per hour|kilomet(?:er|re)s per hour)\b/
  ],
  ['use', /^(?:is|was) used (?:to|for|in|by|as)\b/],
  [
    'what',
    /^is an? (?:(?!(?:of|in|to|on|at|from|with|by|as) )[\p{Ll}-]+ ){1,4}?[\p{Ll}-]+(?:,? (?:that|which|where|made|used|called|for)\b|[.,])/u
  ],
  ['says', /^(?:says|said|wrote|writes|explained|argued|added|noted)\b/]
]

const MADE =
  /^((?:\p{L}[\p{L}\d’'-]* ?){1,6}) (built|designed|owns|runs|founded|leads|developed|made|makes|discovered|wrote|directed|invented|operates) (the (?:\p{Ll}+ )?\p{Ll}+|(?:the )?\p{Lu}[\p{L}\d-]*(?: \p{Lu}[\p{L}\d-]*){0,2})(?= (?:in|at|for|with|on|from|and|to|after|before|near|under)\b|[,.])/u

const SPEAKERS =
  /^((?:\p{L}[\p{L}’'-]* ){0,3}(?:officials|researchers|scientists|experts|astronomers|analysts|critics|engineers|doctors|residents|farmers|police|prosecutors|lawyers|economists|ministers|biologists|teachers|parents|organisers|organizers|campaigners|investigators)) (?:say|said|warn|warned|expect|believe|think|hope)\b/iu

/** Is everything that a thing is called in what was heard? */
function isHeard(thing: string, heard: string): boolean {
  const stems = new Set(tokensOf(heard).map(stemOf))
  const words = tokensOf(thing).filter(word => word.toLowerCase() !== 'the')
  return words.length > 0 && words.every(word => stems.has(stemOf(word)))
}

const isPerson = (thing: string, rest: string): boolean =>
  startsUpper(thing) &&
  tokensOf(rest)
    .slice(1, 8)
    .some(word => PERSON_NOUNS.has(word))

function ofSubject(text: string, heard: string): AskedThing[] {
  const subject = subjectPhrase(text)
  if (subject === null || !isHeard(subject.thing, heard)) return []
  const { thing, rest } = subject
  return OF_SUBJECT.filter(([, says]) => says.test(rest)).map(([kind]) => ({
    kind: kind === 'what' && isPerson(thing, rest) ? 'who' : kind,
    slots: { thing }
  }))
}

function ofMaker(text: string, heard: string, last: string): AskedThing[] {
  const [, maker = '', verb = '', thing = ''] = MADE.exec(text) ?? []
  const isNamed = tokensOf(maker).slice(-1).some(startsUpper)
  const isKnown = maker === '' || isHeard(maker, last)
  return !isNamed || isKnown || !isHeard(thing, heard) ? [] : [{ kind: 'maker', slots: { verb, thing } }]
}

function ofSpeakers(text: string, isName: (word: string) => boolean): AskedThing[] {
  const [, people = ''] = SPEAKERS.exec(text) ?? []
  const isOneWord = people !== '' && !people.includes(' ')
  const thing = isOneWord ? people.toLowerCase() : people === '' ? null : continued(people, isName)
  return thing === null ? [] : [{ kind: 'voices', slots: { thing } }]
}

/** What a host could ask about something that was heard, so that the sentence answers it; `last`: the sentence before it. */
export function askedThings(
  text: string,
  heard: string,
  last: string,
  isName: (word: string) => boolean
): AskedThing[] {
  return [...ofMaker(text, heard, last), ...ofSubject(text, heard), ...ofSpeakers(text, isName)]
}
