import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseLabelledSet, type LabelledSet } from './labelled-set.ts'

const FOLDER = fileURLToPath(new URL('../../test/fixtures/check/', import.meta.url))

/** All labelled sets in the repo. */
export const readLabelledSets = (): LabelledSet[] =>
  readdirSync(FOLDER)
    .filter(name => name.endsWith('.turns'))
    .map(name => parseLabelledSet(readFileSync(FOLDER + name, 'utf8')))
