/** The stages of an episode's life, in order. Everything per stage is typed by this list. */
export const STAGES = ['fetch', 'write', 'render', 'mix', 'publish'] as const

export type StageName = (typeof STAGES)[number]
