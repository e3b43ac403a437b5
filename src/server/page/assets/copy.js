/** The button beside the feed's address. */
export function makeCopyable(box) {
  const button = box.querySelector('button')
  const field = box.querySelector('input')
  button.hidden = false
  button.addEventListener('click', async () => {
    field.select()
    const done = await copyText(field.value)
    box.querySelector('[role="status"]').textContent = done ? 'Copied.' : 'Press Ctrl+C to copy.'
  })
}

/** Browsers lend the clipboard to secure pages alone. */
async function copyText(value) {
  try {
    await navigator.clipboard.writeText(value)
    return true
  } catch {
    return document.execCommand('copy')
  }
}
