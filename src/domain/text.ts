/** Text that may go anywhere: no NUL, no lone surrogate, no control or bidirectional-override character. */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffd]/g,
      ''
    )
}

/** Words as a person counts them: runs with at least one letter or digit. */
export const countWords = (text: string): number =>
  text.split(/\s+/).filter(word => /[\p{L}\p{N}]/u.test(word)).length

/** One line: every run of white space is one blank. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
