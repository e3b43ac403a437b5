import { makeCopyable } from './copy.js'
import { listenToKeys } from './keyboard.js'
import { makeOpenable } from './open-episode.js'
import { createPlayer } from './player.js'

for (const article of document.querySelectorAll('.episode')) {
  const player = article.querySelector('audio') === null ? null : createPlayer(article)
  makeOpenable(article, player)
  const text = article.querySelector('.text')
  if (text !== null && player !== null) player.read(text)
}
for (const box of document.querySelectorAll('.feed')) makeCopyable(box)
listenToKeys()
document.documentElement.classList.add('ready')
