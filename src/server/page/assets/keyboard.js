import { activePlayer } from './player.js'

/** Where the keys have a meaning of their own. */
const OWN_SPACE = 'button, a, input, select, textarea, summary, [role="button"]'
const OWN_ARROWS = 'input, select, textarea'

/** Space plays and pauses, left and right go back and forward. */
export function listenToKeys() {
  addEventListener('keydown', event => {
    const player = activePlayer()
    if (player === null || event.defaultPrevented) return
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return
    const on = selector => event.target instanceof Element && event.target.closest(selector) !== null
    if (event.key === ' ' && !on(OWN_SPACE)) player.toggle()
    else if (event.key === 'ArrowLeft' && !on(OWN_ARROWS)) player.seek(player.position() - 15)
    else if (event.key === 'ArrowRight' && !on(OWN_ARROWS)) player.seek(player.position() + 30)
    else return
    event.preventDefault()
  })
}
