/** 39 is 0:39, 3700 is 1:01:40. */
export function clockText(seconds) {
  const whole = Math.max(0, Math.floor(seconds))
  const two = number => String(number).padStart(2, '0')
  const hours = Math.floor(whole / 3600)
  const minutes = Math.floor(whole / 60) % 60
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`
}

/** The last of ascending starts that has begun; -1 before the first. */
export const lastBegun = (starts, seconds) => starts.findLastIndex(start => start <= seconds + 0.05)

export const startsOf = elements => elements.map(element => Number(element.dataset.t))
