import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { buildJsonSchema } from '../src/config/build-json-schema.ts'

const file = fileURLToPath(new URL('../duologue.schema.json', import.meta.url))
writeFileSync(file, `${JSON.stringify(buildJsonSchema(), null, 2)}\n`)
