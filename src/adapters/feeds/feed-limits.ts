/** No more of a feed than this leaves the parser. */
export const MAX_ITEMS = 500
/** Characters of one body. */
export const MAX_CONTENT = 1_000_000
/** Characters of a title, an address or a guid. */
export const MAX_FIELD = 4_000
export const MAX_CATEGORIES = 20
/** Elements within each other: a feed has some ten, and parsers take quadratic time or all of the stack over more. */
export const MAX_DEPTH = 5_000
/** Characters that all the entities of a DOCTYPE may add to a feed. */
export const MAX_ENTITY_TEXT = 100_000
