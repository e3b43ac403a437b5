import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { writeFileWhole } from '../config/write-file-whole.ts'
import { z } from 'zod'

const serverFileSchema = z.object({
  pid: z.int(),
  instanceId: z.string(),
  url: z.string(),
  token: z.string()
})

/** How a second command finds the running one: <home>/run/server.json, readable by its owner only. */
export type ServerFile = z.infer<typeof serverFileSchema>

const pathOf = (home: string) => join(home, 'run', 'server.json')

export async function writeServerFile(home: string, file: ServerFile): Promise<void> {
  await mkdir(join(home, 'run'), { recursive: true, mode: 0o700 })
  await writeFileWhole(pathOf(home), `${JSON.stringify(file)}\n`, { mode: 0o600 })
}

/** Null where there is none, or where it cannot be read as one. */
export async function readServerFile(home: string): Promise<ServerFile | null> {
  const text = await readFile(pathOf(home), 'utf8').catch(() => '')
  try {
    return serverFileSchema.parse(JSON.parse(text))
  } catch {
    return null
  }
}

/** Takes back this process's own file; another's stays. */
export async function removeServerFile(home: string, instanceId: string): Promise<void> {
  const file = await readServerFile(home)
  if (file?.instanceId === instanceId) await rm(pathOf(home), { force: true })
}
