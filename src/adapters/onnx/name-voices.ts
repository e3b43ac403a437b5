/** Names of voices as an error lists them; of very many, the first. */
export const nameVoices = (voices: readonly string[], most = 60): string =>
  voices.length <= most
    ? voices.join(', ')
    : `${voices.slice(0, most).join(', ')} and ${voices.length - most} more`
