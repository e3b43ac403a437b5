import { createChapters } from './chapters.js'
import { createControls } from './controls.js'
import { placeInMediaSession, showInMediaSession, takeMediaSession } from './media-session.js'
import { recall, remember } from './memory.js'
import { createTranscript } from './transcript.js'

const SAVE_SECONDS = 5
const players = []

/** The player that keys are for: the one last used, else the first. */
export const activePlayer = () => players.find(player => player.active) ?? players[0] ?? null

/** Gives an episode's <audio> a player of ours; the text of the episode may come later. */
export function createPlayer(article) {
  const audio = article.querySelector('audio')
  const { key, show, title } = article.dataset
  let text = null
  let saved = 0

  const player = {
    active: false,
    duration: Number(article.dataset.duration),
    position: () => audio.currentTime,
    play: () => audio.play().catch(() => undefined),
    pause: () => audio.pause(),
    toggle: () => (audio.paused ? player.play() : player.pause()),
    seek(seconds) {
      player.active = activate(player)
      audio.currentTime = Math.min(Math.max(0, seconds), player.duration)
      hear()
      save()
    },
    jump(seconds) {
      player.seek(seconds)
      player.play()
    },
    toChapter(step) {
      const starts = text?.chapters.starts ?? []
      const now = starts.findLastIndex(start => start <= player.position() + 0.05)
      player.seek(starts[now + step] ?? (step < 0 ? 0 : player.position()))
    },
    setRate(rate) {
      audio.playbackRate = rate
      remember('rate', rate)
    },
    /** Takes up chapters and transcript. */
    read(root) {
      text = {
        chapters: createChapters(root, player.jump),
        transcript: createTranscript(root, controls.follow, player.jump)
      }
      hear()
    }
  }
  const controls = createControls(audio, player)

  function hear() {
    const seconds = player.position()
    const changed = text?.chapters.hear(seconds)
    text?.transcript.hear(seconds, !audio.paused)
    controls.showPosition(seconds)
    if (player.active && changed) announce()
  }

  function announce() {
    const artwork = document.querySelector('img.cover')?.src ?? null
    showInMediaSession({ title, show, artwork, chapter: text?.chapters.title() ?? null })
  }

  function save() {
    saved = player.position()
    remember(`at:${key}`, saved < 1 || saved > player.duration - 2 ? null : saved.toFixed(2))
  }

  audio.addEventListener('play', () => {
    player.active = activate(player)
    takeMediaSession(player)
    announce()
    controls.showFault('')
    controls.showPlaying(true)
  })
  audio.addEventListener('pause', () => {
    controls.showPlaying(false)
    save()
  })
  audio.addEventListener('loadedmetadata', () => {
    if (Number.isFinite(audio.duration)) player.duration = audio.duration
  })
  audio.addEventListener('timeupdate', () => {
    hear()
    if (Math.abs(player.position() - saved) >= SAVE_SECONDS) save()
  })
  audio.addEventListener('ratechange', () => controls.showRate(audio.playbackRate))
  for (const event of ['seeked', 'play', 'ratechange'])
    audio.addEventListener(event, () => player.active && placeInMediaSession(player, audio.playbackRate))
  audio.addEventListener('error', () => controls.showFault('The audio cannot be loaded.'))
  addEventListener('pagehide', () => player.position() > 0 && save())

  audio.defaultPlaybackRate = audio.playbackRate = Number(recall('rate')) || 1
  controls.showRate(audio.playbackRate)
  const at = Number(recall(`at:${key}`)) || 0
  if (at > 0) audio.currentTime = at
  saved = at
  controls.showPosition(at)
  players.push(player)
  return player
}

/** One is heard at a time. */
function activate(player) {
  for (const other of players) {
    if (other === player) continue
    other.active = false
    other.pause()
  }
  return true
}
