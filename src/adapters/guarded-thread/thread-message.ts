/** What a guarded thread says: once that it is there, then one answer, or what was wrong, per question. */
export type ThreadMessage<Answer> = { ready: true } | { answer: Answer } | { wrong: string }
