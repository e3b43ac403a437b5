const words = (list: string): Set<string> => new Set(list.split(' '))

/** Stand before a name or a number, so no sentence ends after them. */
const BEFORE_NAMES = words(
  'Mr. Mrs. Ms. Mx. Dr. Prof. Sen. Sens. Rep. Reps. Gov. Govs. Gen. Maj. Lt. Col. Cmdr. Adm. Brig. Capt. Sgt. Cpl. ' +
    'Pvt. Rev. Fr. Hon. Pres. Supt. Messrs. Mme. Mlle. Det. Insp. Sec. Atty. Mt. Ft. vs. v. e.g. i.e. approx. cf. ca. c.'
)

/** May end a sentence: they do where a word follows that commonly starts one. */
const MAY_END = words(
  'St. Ave. Blvd. Rd. Sq. Jr. Sr. Inc. Ltd. Corp. Co. Cos. Bros. LLC. Plc. plc. S.A. N.V. U.S.A. Ph.D. M.D. B.A. M.A. ' +
    'a.m. p.m. A.M. P.M. etc. al. est. Est. Dept. Univ. Assn. Jan. Feb. Mar. Apr. Jun. Jul. Aug. Sep. Sept. Oct. Nov. Dec. ' +
    'Mon. Tue. Tues. Wed. Thu. Thur. Thurs. Fri. Ala. Ariz. Ark. Calif. Colo. Conn. Del. Fla. Ga. Ill. Ind. Kan. Ky. La. ' +
    'Mass. Md. Mich. Minn. Mo. Mont. Neb. Nev. Okla. Ore. Pa. Tenn. Tex. Va. Vt. Wash. Wis. Wyo.'
)

/** Abbreviations only before a number: "No. 10", "Fig. 3". */
const BEFORE_NUMBERS = words('no. nos. fig. figs. vol. vols. art. sec. ch. p. pp. para. pt. ver. fl. op.')

const STARTERS = words(
  'A An The It He She They We You I His Her Its Their Our Your This That These Those There Here In On At By For From With ' +
    'As After Before When While If But And Or So Yet Then Now However Meanwhile Also Still Many Some Several Each Every ' +
    'Not Since Until Although Though Because Despite During Once Where What Who Why How Earlier Later Today Yesterday'
)

const NAMES_WITH_MARK = words('Yahoo! Jeopardy! Joomla! Yum! Guess?')

const SPEECH_VERB = /^(?:said|says|asked|asks|added|wrote|cried|shouted|replied|told|tweeted)\b/
const OPENERS = new Set('"\'“‘«([{*_')
const CLOSERS = new Set('"\'”’»)]}*_')
const TERMINATORS = new Set('.!?…')
const DASH = /^[-–—]+$/
/** "ended.The next" lost its space on the way out of a page. */
const LOST_SPACE =
  /([a-z0-9]{2}[.!?]["”’)]?)(?=(?:The|It|He|She|They|We|This|That|In|On|At|But|And|For)[ ',’])/g

function afterOpeners(token: string): string {
  let start = 0
  while (start < token.length && OPENERS.has(token[start] ?? '')) start++
  return token.slice(start)
}

function beforeClosers(token: string): string {
  let end = token.length
  while (end > 0 && CLOSERS.has(token[end - 1] ?? '')) end--
  return token.slice(0, end)
}

const canBegin = (word: string): boolean =>
  /^(?![\p{Ll},;:&)/]|[-–—]\p{Ll})./u.test(word) || /^[a-z]{1,3}[A-Z]/.test(word)

/** Is this, capitalised as it stands, a word that commonly starts a sentence ("The", "But", "It's")? */
export function commonlyStartsSentence(word: string): boolean {
  const [head = ''] = /^[A-Za-z]+/.exec(word) ?? []
  return STARTERS.has(head) && !'.-–/&'.includes(word[head.length] ?? ' ')
}

/** "Is it?" Anna Lee asked. */
function isAttribution(tokens: string[], next: number): boolean {
  if (commonlyStartsSentence(tokens[next] ?? '')) return false
  for (let at = next + 1; at < next + 5; at++) {
    const token = tokens[at] ?? ''
    if (SPEECH_VERB.test(token)) return true
    if (!/^\p{Lu}/u.test(token)) return false
  }
  return false
}

function endsAfterPeriod(word: string, next: string): boolean {
  const [first = ''] = /^(?:\p{Lu}\.)+$/u.exec(word) ?? []
  if (/(?:^|[^.])(?:\.{3}|…)$/.test(word)) return commonlyStartsSentence(next) && !/^I\b/.test(next)
  if (BEFORE_NAMES.has(word)) return false
  if (BEFORE_NUMBERS.has(word.toLowerCase())) return !/^[\dIVX]+\b/.test(next)
  if (first !== '' || MAY_END.has(word)) return commonlyStartsSentence(next)
  return true
}

/** Does a sentence end with the token at `at`? `start` is where the sentence began. */
function endsSentence(tokens: string[], at: number, start: number): boolean {
  const token = tokens[at] ?? ''
  const bare = beforeClosers(token)
  const mark = bare.at(-1) ?? ''
  if (!TERMINATORS.has(mark)) return false
  const skip = DASH.test(tokens[at + 1] ?? '') ? 2 : 1
  const next = afterOpeners(tokens[at + skip] ?? '')
  if (!canBegin(next)) return false
  const word = afterOpeners(bare).replace(/^.*[-–—/(](?=.{2})/, '')
  if (mark === '.' || mark === '…') {
    const isListNumber = at === start && /^\d{1,3}\.$/.test(word)
    return !isListNumber && endsAfterPeriod(word, next)
  }
  if (NAMES_WITH_MARK.has(word)) return commonlyStartsSentence(next)
  return bare.length === token.length || !isAttribution(tokens, at + skip)
}

function splitParagraph(paragraph: string): string[] {
  const tokens = paragraph.replace(LOST_SPACE, '$1 ').trim().split(/\s+/)
  const sentences: string[] = []
  let start = 0
  for (let at = 0; at < tokens.length; at++) {
    if (at + 1 < tokens.length && !endsSentence(tokens, at, start)) continue
    sentences.push(tokens.slice(start, at + 1).join(' '))
    start = at + 1
  }
  return sentences.filter(sentence => sentence !== '')
}

/**
 * The sentences of English text, in order, each on one line; nothing is dropped but white space.
 * A blank line ends a sentence. A paragraph's last piece may lack its full stop where the text does.
 */
export const splitSentences = (text: string): string[] =>
  text.split(/\n[^\S\n]*\n/).flatMap(paragraph => splitParagraph(paragraph))
