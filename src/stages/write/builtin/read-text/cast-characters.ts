import { distinctSpeakers, isSameSpeaker } from './speaker-key.ts'

/**
 * Who says what the people of a text say: the host of that name, else the second host for the first of them, the third
 * for the next, and so on; those for whom no host is left are read by the first host, who tells the rest.
 */
export function castCharacters(
  speakers: readonly string[],
  hosts: readonly string[]
): (speaker: string) => string {
  const [narrator = ''] = hosts
  const characters = distinctSpeakers(speakers)
  const namesakes = characters.map(name => hosts.find(host => isSameSpeaker(name, host)))
  const free = hosts.slice(1).filter(host => !namesakes.includes(host))
  const cast = characters.map((name, at) => ({ name, host: namesakes[at] ?? free.shift() ?? narrator }))
  return speaker => cast.find(({ name }) => isSameSpeaker(name, speaker))?.host ?? narrator
}
