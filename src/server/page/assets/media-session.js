/** What the lock screen and the keys of a headset show and do for the player that is on. */
export function takeMediaSession(player) {
  if (!('mediaSession' in navigator)) return
  const handlers = {
    play: player.play,
    pause: player.pause,
    seekbackward: ({ seekOffset }) => player.seek(player.position() - (seekOffset ?? 15)),
    seekforward: ({ seekOffset }) => player.seek(player.position() + (seekOffset ?? 30)),
    seekto: ({ seekTime }) => player.seek(seekTime),
    previoustrack: () => player.toChapter(-1),
    nexttrack: () => player.toChapter(1)
  }
  for (const [action, handler] of Object.entries(handlers)) {
    try {
      navigator.mediaSession.setActionHandler(action, handler)
    } catch {
      continue
    }
  }
}

export function showInMediaSession({ title, chapter, show, artwork }) {
  if (!('mediaSession' in navigator)) return
  navigator.mediaSession.metadata = new MediaMetadata({
    title: chapter ?? title,
    artist: show,
    album: chapter === null ? '' : title,
    artwork: artwork === null ? [] : [{ src: artwork, type: 'image/jpeg' }]
  })
}

export function placeInMediaSession(player, rate) {
  if (!('mediaSession' in navigator) || !navigator.mediaSession.setPositionState) return
  const position = Math.min(Math.max(0, player.position()), player.duration)
  navigator.mediaSession.setPositionState({ duration: player.duration, playbackRate: rate, position })
}
