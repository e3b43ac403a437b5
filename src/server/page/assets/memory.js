/** What stays in this browser; a reader may have forbidden it. */
export function recall(key) {
  try {
    return localStorage.getItem(`duologue:${key}`)
  } catch {
    return null
  }
}

export function remember(key, value) {
  try {
    if (value === null) localStorage.removeItem(`duologue:${key}`)
    else localStorage.setItem(`duologue:${key}`, String(value))
  } catch {
    return
  }
}
