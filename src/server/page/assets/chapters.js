import { lastBegun, startsOf } from './time.js'

/** The chapters as buttons; `hear` marks the one that is on and gives its number. */
export function createChapters(root, jump) {
  const buttons = [...root.querySelectorAll('.chapters button')]
  const starts = startsOf(buttons)
  let on = -1
  buttons.forEach((button, index) => {
    button.disabled = false
    button.addEventListener('click', () => jump(starts[index]))
  })
  return {
    starts,
    title: () => buttons[on]?.querySelector('.title').textContent ?? null,
    /** Has it changed? */
    hear(seconds) {
      const now = lastBegun(starts, seconds)
      if (now === on) return false
      buttons[on]?.removeAttribute('aria-current')
      buttons[now]?.setAttribute('aria-current', 'true')
      on = now
      return true
    }
  }
}
