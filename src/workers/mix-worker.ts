import { keepsMinutes } from '../domain/format-needs.ts'
import { hashOf, sha256 } from '../domain/hash.ts'
import { masterSchema } from '../domain/master.ts'
import { lengthOf } from '../domain/report.ts'
import { scriptSchema } from '../domain/script.ts'
import { takesSchema } from '../domain/take.ts'
import { mixEpisode } from '../stages/mix/mix-episode.ts'
import { needed } from './needed.ts'
import type { StageContext, StageWork } from './stage-processor.ts'

const AUDIO = 'episode.mp3'
/** Changes when the same takes come to be mixed in another way. */
const MIX_FORMAT = 1

/** The mix stage: takes to the episode's MP3, measured. */
export const mixStage: StageWork = async context => {
  const { ports, ref, request, job, signal } = context
  const { library } = ports
  const { show, date } = request
  const script = await needed(library, ref, 'script.json', scriptSchema, 'mix')
  const { takes } = await needed(library, ref, 'takes.json', takesSchema, 'mix')
  const cover = await coverOf(context)
  const { title, author, language, music } = show
  const inputHash = hashOf({
    MIX_FORMAT,
    takes,
    pauses: script.turns.map(({ pauseMs = null }) => pauseMs),
    segments: script.segments,
    names: [script.title, title, author, language, date],
    music,
    cover: sha256(cover)
  })
  const known = await library.readJson(ref, 'master.json', masterSchema)
  if (known?.inputHash === inputHash && (await library.has(ref, AUDIO))) return { skipped: true, facts: {} }

  const engine = await ports.mixEngine()
  const stings = music ? await ports.stings() : null
  const onProgress = (fraction: number) =>
    void job.progress({ done: Math.round(fraction * 100), total: 100 }).catch(() => {})
  const master = await library.fill(ref, AUDIO, outputPath =>
    mixEpisode(
      { show, script, takes, date, cover, music: stings, outputPath, takePath: library.takePath },
      engine,
      { signal, onProgress }
    )
  )
  await library.writeJson(ref, 'master.json', { inputHash, ...master })
  const { durationMs, loudnessLufs, truePeakDbtp } = master
  const durationSeconds = durationMs / 1000
  const length = keepsMinutes(show)
    ? { length: lengthOf({ askedSeconds: show.minutes * 60, gotSeconds: durationSeconds }) }
    : {}
  return { skipped: false, facts: { durationSeconds, loudnessLufs, truePeakDbtp, ...length } }
}

/** The show's cover, drawn once for each title and pair of hosts. */
async function coverOf({ ports, request }: StageContext): Promise<Uint8Array> {
  const { library } = ports
  const { id, title, hosts } = request.show
  const key = hashOf({ title, hosts: hosts.map(host => host.name) })
  const drawn = await library.readShowFile(id, 'cover.jpg')
  const drawnFor = await library.readShowFile(id, 'cover.key')
  if (drawn !== null && drawnFor !== null && new TextDecoder().decode(drawnFor) === key) return drawn
  const cover = await (await ports.cover()).draw({ title, hosts })
  await library.writeShowFile(id, 'cover.jpg', cover)
  await library.writeShowFile(id, 'cover.key', key)
  return cover
}
