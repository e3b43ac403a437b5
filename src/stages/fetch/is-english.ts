import { francAll } from 'franc-min'

/** Words that nearly every English sentence has, and that few other languages share. */
const FUNCTION_WORDS = new Set(
  'the of and to that is for it with from this which have has had are were been be by not but they their would will said who its'.split(
    ' '
  )
)

/** Prose with so many of them is English; the trigrams of 82 languages need not be counted. */
const SURE_SHARE = 0.12
/** Shorter texts say too little of their language. */
const LEAST_CHARACTERS = 150
const SEEN_CHARACTERS = 1000
/** How near English comes to the language that fits best, at most: English full of names comes to 0.97 and more, German to 0.94 (240 public feeds). */
const MOST_ENGLISH = 0.955

const shareOfFunctionWords = (words: readonly string[]): number =>
  words.filter(word => FUNCTION_WORDS.has(word)).length / Math.max(1, words.length)

const isInOtherScript = (text: string): boolean => {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  return (text.match(/\p{Script=Latin}/gu)?.length ?? 0) < letters / 2
}

/** False where a text is surely in another language. */
export function isEnglish(text: string): boolean {
  const seen = text.slice(0, SEEN_CHARACTERS).toLowerCase()
  if (isInOtherScript(seen)) return false
  if (seen.length < LEAST_CHARACTERS || shareOfFunctionWords(seen.match(/\p{L}+/gu) ?? []) >= SURE_SHARE)
    return true
  const languages = francAll(seen)
  const english = languages.find(([language]) => language === 'eng')?.[1] ?? 0
  return english >= MOST_ENGLISH
}
