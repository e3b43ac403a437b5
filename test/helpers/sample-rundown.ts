import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Show } from '../../src/domain/show.ts'
import type { Assignment } from '../../src/stages/write/ports.ts'
import { show, wordsPerMinute } from '../fixtures/write/make-story.ts'
import { sampleAssignment } from './sample-assignment.ts'

const SAMPLES = fileURLToPath(new URL('../../samples/feeds/', import.meta.url))

/** What a writer is told for an episode of the bundled feeds. */
export const assignmentOfSamples = (asked: Partial<Show> = {}, date = '2025-08-30'): Promise<Assignment> =>
  sampleAssignment(
    readdirSync(SAMPLES).map(name => SAMPLES + name),
    date,
    { ...show, ...asked },
    wordsPerMinute
  )
