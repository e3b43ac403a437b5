const TIMES: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  million: 1e6,
  b: 1e9,
  bn: 1e9,
  billion: 1e9,
  trillion: 1e12
}
const AMOUNT =
  /(?<![\p{L}\d.,-])[$£€]?(\d[\d,]*(?:\.\d+)?)(?:(k|m|b|bn)\b|[ -](thousand|million|billion|trillion)\b)?/giu

/** The numbers of a text by their value, however they are written: "$85M" and "85 million dollars" are one. */
export const amountsIn = (text: string): number[] =>
  [...text.matchAll(AMOUNT)].map(([, digits = '', letter, word]) => {
    const times = TIMES[(letter ?? word ?? '').toLowerCase()] ?? 1
    return Math.round(Number(digits.replaceAll(',', '')) * times * 1000) / 1000
  })
