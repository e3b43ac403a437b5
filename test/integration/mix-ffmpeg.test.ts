import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findFfmpeg } from '../../src/adapters/ffmpeg/find-ffmpeg.ts'
import { FfmpegError, runFfmpeg, type FfmpegJob } from '../../src/adapters/ffmpeg/run-ffmpeg.ts'
import { encodeWav } from '../../src/domain/wav.ts'
import { bundledFfmpeg, FFMPEGS } from '../helpers/mix-ffmpegs.ts'

let folder: string

/** A program called ffmpeg in a folder of its own, to put on PATH. */
async function putOnPath(name: string, body: string): Promise<string> {
  const path = join(folder, name)
  await mkdir(path)
  await writeFile(join(path, 'ffmpeg'), `#!/bin/sh\n${body}\n`)
  await chmod(join(path, 'ffmpeg'), 0o755)
  return path
}

const answer = (version: string, libavutil: number, encoders: string) =>
  `case "$1" in -version) printf 'ffmpeg version ${version} Copyright\\nlibavutil      ${libavutil}. 1.100 / ${libavutil}. 1.100\\n';; *) echo ' A..... ${encoders}';; esac`

const paths: Record<string, string> = {}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'duologue-ffmpeg-'))
  paths['old'] = await putOnPath('old', answer('4.4.2', 56, 'libmp3lame'))
  paths['mute'] = await putOnPath('mute', answer('7.1', 59, 'aac'))
  paths['broken'] = await putOnPath('broken', 'exit 127')
  paths['other'] = await putOnPath('other', 'echo something else')
  paths['good'] = await putOnPath('good', answer('6.1.1', 58, 'libmp3lame'))
  await mkdir(join(folder, 'folder', 'ffmpeg'), { recursive: true })
})
afterAll(() => rm(folder, { recursive: true }))

describe('finding ffmpeg', () => {
  test('takes the first on PATH that runs, is version 5 or newer and encodes MP3', async () => {
    const pathEnv = [
      '/nowhere',
      paths['old'],
      paths['mute'],
      paths['broken'],
      paths['other'],
      join(folder, 'folder'),
      paths['good']
    ]
    expect(await findFfmpeg({ pathEnv: pathEnv.join(delimiter) })).toEqual({
      path: join(folder, 'good', 'ffmpeg'),
      version: '6.1.1',
      origin: 'system'
    })
  })

  test.each(['', '/nowhere', 'relative/folder', 'old', 'mute', 'broken', 'other'])(
    'takes the bundled one where PATH is %j',
    async name => {
      const found = await findFfmpeg({ pathEnv: paths[name] ?? name })
      expect(found).toMatchObject({ path: bundledFfmpeg, origin: 'bundled' })
      expect(found.version).not.toBe('')
    }
  )

  test('takes the configured one, even one that PATH would not give', async () => {
    const path = join(folder, 'old', 'ffmpeg')
    expect(await findFfmpeg({ path, pathEnv: paths['good'] ?? '' })).toEqual({
      path,
      version: '4.4.2',
      origin: 'configured'
    })
  })

  test.each([
    ['broken', 'is not an ffmpeg that runs here'],
    ['absent', 'is not an ffmpeg that runs here'],
    ['mute', 'is version 7.1 without libmp3lame']
  ])('does not go on from a configured one that is %s', async (name, fault) => {
    const finding = findFfmpeg({ path: join(folder, name, 'ffmpeg'), pathEnv: paths['good'] ?? '' })
    await expect(finding).rejects.toThrow(fault)
    await expect(finding).rejects.toMatchObject({ name: 'StageError', stage: 'mix', retryable: false })
  })
})

const copy = (input: string, output: string): FfmpegJob => ({
  inputs: [input],
  outputOptions: ['-c:a', 'pcm_s16le'],
  output
})

describe('running ffmpeg', () => {
  const wav = () => encodeWav({ samples: new Float32Array(1600).fill(0.1), sampleRateHz: 16_000 })

  test('is an error, not the end of the process, where the binary is missing', async () => {
    const running = runFfmpeg(join(folder, 'absent'), copy('/a.wav', '/b.wav'))
    await expect(running).rejects.toBeInstanceOf(FfmpegError)
    await expect(running).rejects.toThrow('ffmpeg cannot be run at')
  })

  test.each(FFMPEGS)(
    'takes names with colons, quotes, blanks and percent signs: %s',
    async (_name, ffmpegPath) => {
      const awkward = join(folder, `http: it's "50%d" [a]; ünï ${ffmpegPath === bundledFfmpeg}.wav`)
      await writeFile(awkward, wav())
      await expect(runFfmpeg(ffmpegPath, copy(awkward, `${awkward}.out.wav`))).resolves.toContain('pcm_s16le')
    }
  )

  test.each(FFMPEGS)('tells what ffmpeg said where it fails: %s', async (_name, ffmpegPath) => {
    const running = runFfmpeg(ffmpegPath, copy(join(folder, 'absent.wav'), join(folder, 'out.wav')))
    await expect(running).rejects.toThrow(/absent\.wav: No such file or directory/)
    await expect(running).rejects.toMatchObject({ name: 'FfmpegError' })
  })

  test.each(FFMPEGS)('kills the process when it is cancelled: %s', async (_name, ffmpegPath) => {
    const endless: FfmpegJob = {
      inputs: [join(folder, 'endless.wav')],
      filterGraph: '[0:a]apad[out]',
      outputOptions: ['-map', '[out]'],
      output: join(folder, 'never.wav')
    }
    await writeFile(join(folder, 'endless.wav'), wav())
    const cancelling = new AbortController()
    const running = runFfmpeg(ffmpegPath, endless, {
      signal: cancelling.signal,
      onTimeMs: () => cancelling.abort(new Error('enough'))
    })
    await expect(running).rejects.toThrow('enough')
  })

  test('works for a binary behind a symbolic link', async () => {
    const link = join(folder, 'linked')
    await symlink(bundledFfmpeg, link)
    await writeFile(join(folder, 'in.wav'), wav())
    await expect(
      runFfmpeg(link, copy(join(folder, 'in.wav'), join(folder, 'linked.wav')))
    ).resolves.toBeTypeOf('string')
  })
})
