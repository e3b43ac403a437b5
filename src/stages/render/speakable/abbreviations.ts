import { cardinal } from './number-words.ts'
import { inOrder, replaceInContext, stopBefore } from './patterns.ts'
import type { Rule } from './patterns.ts'

const WITH_OR_WITHOUT_DOT: Record<string, string> = {
  Mr: 'Mister',
  Mrs: 'Missus',
  Ms: 'Miz',
  Mx: 'Mix',
  Dr: 'Doctor',
  Drs: 'Doctors',
  Prof: 'Professor',
  Lt: 'Lieutenant',
  Sgt: 'Sergeant',
  Capt: 'Captain',
  Cmdr: 'Commander',
  Supt: 'Superintendent',
  Messrs: 'Misters'
}

const WITH_DOT: Record<string, string> = {
  Sen: 'Senator',
  Sens: 'Senators',
  Rep: 'Representative',
  Reps: 'Representatives',
  Gov: 'Governor',
  Govs: 'Governors',
  Gen: 'General',
  Maj: 'Major',
  Col: 'Colonel',
  Cpl: 'Corporal',
  Adm: 'Admiral',
  Brig: 'Brigadier',
  Rev: 'Reverend',
  Hon: 'Honorable',
  Pres: 'President',
  Fr: 'Father',
  Det: 'Detective',
  Mt: 'Mount',
  Ft: 'Fort'
}

/** Said after a name or inside a sentence; the full stop may also end the sentence. */
const INSIDE: Record<string, string> = {
  Jr: 'Junior',
  Sr: 'Senior',
  Inc: 'Incorporated',
  Ltd: 'Limited',
  Corp: 'Corporation',
  Bros: 'Brothers',
  Dept: 'Department',
  Univ: 'University',
  Assn: 'Association',
  Govt: 'Government',
  govt: 'government',
  vs: 'versus',
  etc: 'et cetera',
  approx: 'approximately',
  est: 'estimated',
  incl: 'including'
}

const BEFORE_NUMBERS: Record<string, string> = {
  pp: 'pages',
  p: 'page',
  pg: 'page',
  vol: 'volume',
  vols: 'volumes',
  ch: 'chapter',
  fig: 'figure',
  figs: 'figures',
  sec: 'section',
  art: 'article',
  ca: 'around',
  c: 'around'
}

const oneOf = (table: Record<string, string>): string => Object.keys(table).join('|')
const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

const TITLES = new RegExp(String.raw`\b(${oneOf(WITH_OR_WITHOUT_DOT)})\b\.? ?(?=[A-Z"'])`, 'g')
const DOTTED_TITLES = new RegExp(String.raw`\b(${oneOf(WITH_DOT)})\. ?(?=[A-Z"'])`, 'g')
const NUMBERED = new RegExp(String.raw`(?<![\w.])(${oneOf(BEFORE_NUMBERS)})\. ?(?=\d|[IVXL]{2,}\b)`, 'gi')

const titles: Rule = text =>
  text
    .replace(/\b(MR|MRS|MS|DR)\. (?=[A-Z])/g, (_, title: string) => `${capitalised(title.toLowerCase())}. `)
    .replace(TITLES, (_, title: string) => `${WITH_OR_WITHOUT_DOT[title] ?? title} `)
    .replace(DOTTED_TITLES, (_, title: string) => `${WITH_DOT[title] ?? title} `)
    .replace(/\b(Gov|Sen|Rep|Pres)\.-?(?=-elect\b)/g, (_, title: string) => WITH_DOT[title] ?? title)

const inside = replaceInContext(
  new RegExp(String.raw`\b(${oneOf(INSIDE)})(?:(\.)|(?<=Inc|Ltd|Corp|Jr|Sr|vs|etc|[Gg]ovt)(?![\w.'-]))`, 'g'),
  ([, word = '', dot], _, after) => (INSIDE[word] ?? word) + (dot ? stopBefore(after) : '')
)

const companies = replaceInContext(
  /\b(?:(Cos?)\.|(?<=(?:&|and) )(Co)\b(?!-))/g,
  ([, dotted, bare], _, after) =>
    (dotted === 'Cos' ? 'Companies' : 'Company') + (bare ? '' : stopBefore(after))
)

const numbered: Rule = text =>
  text
    .replace(
      /\b(?:(N|n)o(s?)\. ?|No (?=\d{1,3}(?! (?:of|or|and)\b)))(\d{1,3})(?![\d,]|\.\d|-[a-z])/g,
      (_, dotted: string | undefined, many = '', digits = '') =>
        dotted === 'n' ? `number${many} ${digits}` : `Number${many} ${capitalised(cardinal(Number(digits)))}`
    )
    .replace(/\bNos?\. ?(?=\d)/g, 'Number ')
    .replace(NUMBERED, (match: string, word: string) => {
      const said = BEFORE_NUMBERS[word.toLowerCase()]
      return said === undefined ? match : `${/^[A-Z]/.test(word) ? capitalised(said) : said} `
    })

const latin: Rule = text =>
  text
    .replace(/\be\.? ?g\.,?(?! ?[.])/gi, match => (match.endsWith(',') ? 'for example,' : 'for example'))
    .replace(/\bi\.? ?e\.,?/g, match => (match.endsWith(',') ? 'that is,' : 'that is'))
    .replace(/\ba\.k\.a\.?|\b(?:aka|AKA)\b/g, 'also known as')
    .replace(/\bw\/c\b/g, 'week commencing')
    .replace(/\best\. (?=[12]\d{3}\b)/g, 'established ')
    .replace(/\bGen\. (?=[XYZ]\b)/g, 'Gen ')
    .replace(/\bet al\./g, 'and others')
    .replace(/(?<=[A-Z][\w']{0,30} )(?:v|vs)\.?(?= [A-Z])/g, 'versus')
    .replace(/\bPh\. ?D\.?|\bPhD(?=s?\b)/g, 'P\u203fH\u203fD')
    .replace(/\bw\/o\b ?/g, 'without ')
    .replace(/\bw\/ ?(?=[\w$£€])/g, 'with ')
    .replace(/\bb\/c\b/g, 'because')

/** Shortened words in full; a full stop stays where a sentence ends with it. */
export const abbreviations = inOrder(latin, titles, numbered, inside, companies)
