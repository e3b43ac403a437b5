/** OPML 2.0 allows attributes of others in a namespace of their own. */
export const WEIGHT_NAMESPACE = 'urn:duologue:feeds'
export const WEIGHT_ATTRIBUTE = 'duologue:weight'
export const NAMESPACE_ATTRIBUTE = 'xmlns:duologue'
