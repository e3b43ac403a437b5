import { lastBegun, startsOf } from './time.js'

const SCROLL_KEYS = ['PageUp', 'PageDown', 'Home', 'End', 'ArrowUp', 'ArrowDown']
const calm = matchMedia('(prefers-reduced-motion: reduce)')

/** Within what part of the window a sentence can be read without looking for it. */
const inSight = ({ top, bottom }) => top > innerHeight * 0.25 && bottom < innerHeight * 0.75

function bringIntoView(sentence) {
  if (inSight(sentence.getBoundingClientRect())) return
  sentence.scrollIntoView({ block: 'center', behavior: calm.matches ? 'instant' : 'smooth' })
}

/** One stop for the tab key in all; up and down go from sentence to sentence, Enter and Space jump. */
function makeReachable(sentences) {
  sentences.forEach((sentence, index) => {
    sentence.setAttribute('role', 'button')
    sentence.tabIndex = index === 0 ? 0 : -1
  })
}

/** The sentences follow what is heard until the reader scrolls; `follow` is the button that takes it up again. */
export function createTranscript(root, follow, jump) {
  const sentences = [...root.querySelectorAll('.s')]
  const starts = startsOf(sentences)
  let on = -1
  let following = true
  const indexOf = event => sentences.indexOf(event.target.closest('.s'))
  const reach = index => {
    for (const sentence of sentences) sentence.tabIndex = -1
    if (sentences[index]) sentences[index].tabIndex = 0
  }
  const setFollowing = yes => {
    following = yes
    follow.hidden = yes || on === -1
  }
  const take = event => {
    const index = indexOf(event)
    if (index === -1 || getSelection().toString() !== '') return
    setFollowing(true)
    jump(starts[index])
  }
  const move = (event, step) => {
    const next = sentences[indexOf(event) + step]
    if (indexOf(event) === -1 || !next) return
    event.preventDefault()
    event.stopPropagation()
    setFollowing(false)
    reach(sentences.indexOf(next))
    next.focus()
  }
  const press = event => {
    if (event.key === 'ArrowDown') return move(event, 1)
    if (event.key === 'ArrowUp') return move(event, -1)
    if (!['Enter', ' '].includes(event.key) || indexOf(event) === -1) return
    event.preventDefault()
    take(event)
  }
  const leave = () => on !== -1 && setFollowing(false)

  makeReachable(sentences)
  root.addEventListener('click', take)
  root.addEventListener('keydown', press)
  addEventListener('wheel', leave, { passive: true })
  addEventListener('touchmove', leave, { passive: true })
  addEventListener('pointerdown', event => event.target === document.documentElement && leave())
  addEventListener('keydown', event => SCROLL_KEYS.includes(event.key) && leave())
  follow.addEventListener('click', () => {
    setFollowing(true)
    if (sentences[on]) bringIntoView(sentences[on])
  })

  return {
    hear(seconds, playing) {
      const now = lastBegun(starts, seconds)
      if (now === on) return
      sentences[on]?.removeAttribute('aria-current')
      sentences[now]?.setAttribute('aria-current', 'true')
      on = now
      if (!following || !sentences[now]) return
      reach(now)
      if (playing) bringIntoView(sentences[now])
    }
  }
}
