import { keepsMinutes } from '../domain/format-needs.ts'
import { hashOf, sha256 } from '../domain/hash.ts'
import type { Library } from '../domain/library.ts'
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
/** The show's pictures: .jpg, and .key for what they were made for. */
const [LARGE, SMALL] = ['cover', 'cover-small'] as const

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

/** The show's cover, drawn once for each title and pair of hosts, and kept with a small one for the page. */
export async function coverOf({
  ports,
  request
}: Pick<StageContext, 'ports' | 'request'>): Promise<Uint8Array> {
  const { library } = ports
  const { id, title, hosts } = request.show
  const key = hashOf({ title, hosts: hosts.map(host => host.name) })
  const kept = await keptFor(library, id, LARGE, key)
  const cover = kept ?? (await (await ports.cover()).draw({ title, hosts }))
  if (kept === null) await keepFor(library, id, LARGE, key, cover)
  const smallKey = sha256(cover)
  if ((await keptFor(library, id, SMALL, smallKey)) === null)
    await keepFor(library, id, SMALL, smallKey, await (await ports.cover()).shrink(cover))
  return cover
}

/** A picture of the show's folder, if it was made for that key. */
async function keptFor(
  library: Library,
  show: string,
  name: string,
  key: string
): Promise<Uint8Array | null> {
  const madeFor = await library.readShowFile(show, `${name}.key`)
  return madeFor !== null && new TextDecoder().decode(madeFor) === key
    ? library.readShowFile(show, `${name}.jpg`)
    : null
}

async function keepFor(library: Library, show: string, name: string, key: string, picture: Uint8Array) {
  await library.writeShowFile(show, `${name}.jpg`, picture)
  await library.writeShowFile(show, `${name}.key`, key)
}
