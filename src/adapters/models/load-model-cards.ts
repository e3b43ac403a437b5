import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { modelCardSchema, modelFileSchema, type ModelCard } from '../../domain/model-card.ts'

/** In the catalogue a file's place in the repository is left out where it is the same as in our folder. */
const fileSchema = z.preprocess(
  file =>
    typeof file === 'object' && file !== null && 'path' in file ? { source: file.path, ...file } : file,
  modelFileSchema
)

const catalogueSchema = z.strictObject({
  shared: z.record(z.string(), z.array(fileSchema)).default({}),
  models: z.array(
    modelCardSchema.extend({ files: z.array(fileSchema), shared: z.array(z.string()).default([]) })
  )
})

type Catalogue = z.infer<typeof catalogueSchema>

/** Reads `catalogue.yaml` of a folder; throws with every fault. */
export async function loadModelCards(dir: string): Promise<ModelCard[]> {
  const path = join(dir, 'catalogue.yaml')
  return parseCatalogue(await readFile(path, 'utf8'), path)
}

/** A catalogue's text to cards that name all their files. */
export function parseCatalogue(text: string, path: string): ModelCard[] {
  const parsed = catalogueSchema.safeParse(parse(text))
  if (!parsed.success)
    throw new Error(
      parsed.error.issues.map(issue => `${path}: ${issue.path.join('.')}: ${issue.message}`).join('\n')
    )
  const faults = faultsOf(parsed.data)
  if (faults.length > 0) throw new Error(faults.map(fault => `${path}: ${fault}`).join('\n'))
  return parsed.data.models.map(({ shared, files, ...card }) => ({
    ...card,
    files: [...files, ...shared.flatMap(name => parsed.data.shared[name] ?? [])]
  }))
}

function faultsOf({ shared, models }: Catalogue): string[] {
  const faults: string[] = []
  const seen = new Map<string, string>()
  for (const { id, folder, files, shared: names } of models) {
    if (seen.has(id)) faults.push(`${id}: is there twice`)
    seen.set(id, id)
    for (const name of names)
      if (!Object.hasOwn(shared, name)) faults.push(`${id}: there are no shared files "${name}"`)
    for (const { path, sha256, md5 } of files) {
      const place = `${folder}/${path}`
      const hash = sha256 ?? md5 ?? ''
      if ((seen.get(place) ?? hash) !== hash)
        faults.push(`${id}: ${place} is another file in another model; give one of them another path`)
      seen.set(place, hash)
    }
  }
  return faults
}
