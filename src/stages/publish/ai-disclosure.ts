/** Said of every episode, wherever it is described. */
export const AI_DISCLOSURE =
  'This episode is made by AI: software chose, wrote and voiced its stories, from the sources listed.'

/** Said of the show. */
export const AI_SHOW_DISCLOSURE = 'The episodes are written and voiced by AI.'
