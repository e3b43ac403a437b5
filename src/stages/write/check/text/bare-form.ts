const ENDINGS =
  'ations ation itions ition ions ion ments ment ingly ings ing ness ities ity ies ied iest ier ers er ed ely ly es s e y'.split(
    ' '
  )

/** A word without its ending; crude, but the same for most forms of an English word. */
export function bareForm(word: string): string {
  if (word.length < 5) return word.replace(/(?<=..)s$/, '').replace(/(?<=...)e$/, '')
  const ending = ENDINGS.find(end => word.endsWith(end) && word.length - end.length >= 3)
  const stem = ending === undefined ? word : word.slice(0, -ending.length)
  return stem.length > 3 && /([bdfgmnprt])\1$/.test(stem) ? stem.slice(0, -1) : stem
}
