/** The text of an episode is fetched when a reader asks for it; without this the link leads to its own page. */
export function makeOpenable(article, player) {
  const link = article.querySelector('a.open')
  const more = article.querySelector('.more')
  if (!link || !more) return
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'open'
  button.textContent = link.textContent
  button.setAttribute('aria-expanded', 'false')
  button.setAttribute('aria-controls', more.id)
  link.replaceWith(button)
  let loaded = null
  button.addEventListener('click', async () => {
    const open = more.hidden
    more.hidden = !open
    button.setAttribute('aria-expanded', String(open))
    if (!open) return
    loaded ??= loadText(link.href, more, player)
    if (!(await loaded)) loaded = null
  })
}

/** Was it there? */
async function loadText(href, more, player) {
  more.textContent = 'Loading …'
  try {
    const answer = await fetch(`${href}?part=text`)
    if (!answer.ok) throw new Error(`the server answered ${answer.status}`)
    const { body } = new DOMParser().parseFromString(await answer.text(), 'text/html')
    more.replaceChildren(...body.childNodes)
  } catch (error) {
    more.textContent = `The transcript cannot be loaded: ${error.message}`
    return false
  }
  player?.read(more)
  return true
}
