import { relative } from 'node:path'
import { loadLibrarySettings, type Settings } from '../../config/load-settings.ts'
import type { Style } from '../../domain/style.ts'
import { SPEECH_FAMILIES, type SpeechFamily } from '../../domain/voice.ts'
import { addSpoken } from '../add-spoken.ts'
import { EXIT, UsageError, type ExitCode } from '../exit.ts'
import { findSpeechOf, showFor } from '../find-voice.ts'
import { printJson } from '../log.ts'
import type { MakeOptions } from '../make-options.ts'
import { nearestNames } from '../nearest-names.ts'
import { printVoices } from '../print-voices.ts'
import { findSpeechNow, printSpeechNow } from '../speech-now.ts'
import { withVoiceDesk, type OpenVoiceDesk, type Said, type VoiceDesk } from '../voice-desk.ts'
import { partnersOf, planSections } from '../voice-rows.ts'
import { checkWavPath, writeWav } from '../write-wav.ts'

export type VoicesListOptions = MakeOptions & { model?: string; all?: boolean }

export type VoicesSayOptions = MakeOptions & {
  style?: Style
  intensity?: number
  speed?: number
  show?: string
  out?: string
}

/** The voices there are, what each can do, and which a show would speak with now. */
export async function voicesList(options: VoicesListOptions, open: OpenVoiceDesk): Promise<ExitCode> {
  const settings = loadLibrarySettings(options)
  const family = options.model === undefined ? undefined : toFamily(options.model)
  return withVoiceDesk(settings, open, async desk => {
    const now = await findSpeechNow(desk, settings)
    const shelf = await addSpoken(desk, await desk.shelf(), now)
    const sections = planSections(shelf, { family, all: options.all })
    const listed = sections.flatMap(({ voices }) => voices)
    if (options.json === true)
      printJson({
        speaking: now,
        voices: listed.map(({ voice, ...rest }) => ({
          ...voice,
          ...rest,
          goesWith: partnersOf({ voice, ...rest }, desk.pairs)
        }))
      })
    else process.stdout.write(`${printVoices(sections, desk.pairs)}\n\n${printSpeechNow(now)}\n`)
    return EXIT.done
  })
}

function toFamily(name: string): SpeechFamily {
  const family = SPEECH_FAMILIES.find(known => known === name)
  if (family !== undefined) return family
  const [near] = nearestNames(name, SPEECH_FAMILIES)
  const meant = near === undefined ? '' : `; did you mean ${near}?`
  throw new UsageError(
    `there is no kind of speech "${name}": use one of ${SPEECH_FAMILIES.join(', ')}${meant}`
  )
}

/** Says a text as a turn of an episode would be said, into a WAV file. */
export async function voicesSay(
  voice: string,
  text: string,
  options: VoicesSayOptions,
  open: OpenVoiceDesk
): Promise<ExitCode> {
  if (!/[\p{L}\p{N}]/u.test(text))
    throw new UsageError(`there is nothing to say in "${text}"; give a text with a word in it, in quotes`)
  const settings = loadLibrarySettings(options)
  const file = await checkWavPath(options.out ?? `${voice.replace(/[^\w-]+/g, '-')}.wav`)
  const said = await withVoiceDesk(settings, open, desk => say(desk, settings, voice, text, options))
  await writeWav(file, said.wav)
  const facts = factsOf(said, { file, voice })
  if (options.json === true) printJson(facts)
  else process.stdout.write(`${printFacts(facts)}\n`)
  return EXIT.done
}

async function say(
  desk: VoiceDesk,
  settings: Settings,
  voice: string,
  text: string,
  { speech: named, show: id, style, intensity, speed }: VoicesSayOptions
): Promise<Said> {
  const show = showFor(settings, id)
  const speech = await findSpeechOf(desk, settings, { voice, named: named !== undefined, show })
  return desk.say({ text, voice, speech, show, style, intensity, speed })
}

const factsOf = ({ info, renderMs, speech }: Said, { file, voice }: { file: string; voice: string }) => ({
  file,
  voice,
  speech,
  seconds: info.durationMs / 1000,
  renderSeconds: renderMs / 1000,
  timesRealTime: info.durationMs / renderMs,
  levelDbfs: info.speechLevelDbfs,
  sampleRateHz: info.sampleRateHz
})

const printFacts = (facts: ReturnType<typeof factsOf>): string =>
  [
    `  file    ${relative('', facts.file)}`,
    `  voice   ${facts.voice} of ${facts.speech}, ${facts.sampleRateHz / 1000} kHz`,
    `  length  ${facts.seconds.toFixed(1)} s, level ${facts.levelDbfs.toFixed(1)} dBFS`,
    `  work    ${facts.renderSeconds.toFixed(2)} s with loading, ${facts.timesRealTime.toFixed(1)} times real time`
  ].join('\n')
