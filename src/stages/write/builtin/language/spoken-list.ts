/** "X", "X and Y", "X, Y and Z" */
export const spokenList = (parts: readonly string[]): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`

const NUMBERS = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ')

/** "three"; figures above twelve. */
export const spokenCount = (count: number): string => NUMBERS[count] ?? String(count)
