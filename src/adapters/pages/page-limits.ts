/** Characters of a page that are read; what follows is cut. */
export const MAX_PAGE_CHARACTERS = 3_000_000
/** Tags of a page; the largest news pages have some 10,000. */
export const MAX_TAGS = 60_000
/** Elements within each other. */
export const MAX_DEPTH = 1_500
/** Characters of an article; what follows is cut. */
export const MAX_ARTICLE_CHARACTERS = 300_000
/** Characters of a title, a name or an address. */
export const MAX_FIELD = 2_000
/** Characters of one JSON-LD script. */
export const MAX_JSON_LD = 1_000_000
