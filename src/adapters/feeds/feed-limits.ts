/** No more of a feed than this leaves the parser. */
export const MAX_ITEMS = 500
/** Characters of one body. */
export const MAX_CONTENT = 200_000
/** Characters of a title, an address or a guid. */
export const MAX_FIELD = 4_000
export const MAX_CATEGORIES = 20
