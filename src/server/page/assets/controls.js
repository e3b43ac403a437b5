import { clockText } from './time.js'

const BACK_SECONDS = 15
const FORWARD_SECONDS = 30

/** Puts our own controls in the place of the browser's; `player` says what they do. */
export function createControls(audio, player) {
  const box = document.querySelector('#controls').content.firstElementChild.cloneNode(true)
  const part = name => box.querySelector(`.${name}`)
  const seek = part('seek')
  seek.max = String(player.duration)
  part('play').addEventListener('click', player.toggle)
  part('back').addEventListener('click', () => player.seek(player.position() - BACK_SECONDS))
  part('forward').addEventListener('click', () => player.seek(player.position() + FORWARD_SECONDS))
  seek.addEventListener('input', () => player.seek(Number(seek.value)))
  part('rate').addEventListener('change', event => player.setRate(Number(event.target.value)))
  audio.controls = false
  audio.after(box)

  return {
    follow: part('follow'),
    showRate: rate => (part('rate').value = String(rate)),
    showPlaying(playing) {
      box.classList.toggle('playing', playing)
      part('play').setAttribute('aria-label', playing ? 'Pause' : 'Play')
    },
    showPosition(seconds) {
      const [now, whole] = [clockText(seconds), clockText(player.duration)]
      seek.value = String(seconds)
      seek.setAttribute('aria-valuetext', `${now} of ${whole}`)
      part('clock').textContent = `${now} / ${whole}`
    },
    showFault: message => (part('fault').textContent = message)
  }
}
