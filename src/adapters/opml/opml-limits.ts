/** Characters of an address or a title that are read. */
export const MOST_FIELD = 4_000
/** Outlines that are looked at; the largest public lists have some ten thousand. */
export const MOST_OUTLINES = 200_000
