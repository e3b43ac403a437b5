import { expect, test } from 'vitest'
import { explainFailure } from '../../src/adapters/ffmpeg/explain-failure.ts'

test.each([
  [
    'a full disk is called that, with what to do',
    'av_interleaved_write_frame(): No space left on device\nConversion failed!',
    /^the disk is full: ffmpeg could not write in \/data\/ep; free some space/
  ],
  [
    'the line that tells most is passed on',
    'Input #0\n/x.wav: Invalid data found when processing input\nConversion failed!',
    /^ffmpeg exited with code 1: \/x\.wav: Invalid data found/
  ],
  ['a log that tells nothing leaves the message', 'size=1', /^ffmpeg exited with code 1: Conversion failed!$/]
])('%s', (_, log, message) => {
  expect(explainFailure('ffmpeg exited with code 1: Conversion failed!', log, '/data/ep/a.wav')).toMatch(
    message
  )
})
