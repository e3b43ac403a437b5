import { StageError } from '../../domain/stage-error.ts'
import type { ServerAnswer } from '../speech-server/ask-server.ts'
import { nameVoices } from '../speech-server/name-voices.ts'
import { serverFault, statusFault } from '../speech-server/server-fault.ts'
import { apiUrl, descriptionUrl } from './api-url.ts'
import { chooseModel } from './choose-model.ts'
import { parseIds } from './parse-ids.ts'

/** What a server said about itself. */
export interface ServerFacts {
  model: string
  /** Null where it has no list of them. */
  voices: string[] | null
  /** Kokoro-FastAPI, which takes blends and `[word](/phonemes/)`; its many look-alikes would read those aloud. */
  kokoroFastApi: boolean
}

export interface Survey {
  url: string
  model: string | null
  key: string | undefined
  get(url: URL): Promise<ServerAnswer>
}

/** Statuses of a server that does not have what was asked for, but may speak all the same. */
const ABSENT = new Set([400, 404, 405, 410, 415, 422, 501])

/** Asks a server for its voices and models. Throws a StageError where it cannot be asked, or where its model must be named. */
export async function surveyServer(survey: Survey): Promise<ServerFacts> {
  const voices = parseIds(await getJson(survey, apiUrl(survey.url, 'audio/voices')))
  const listed = voices !== null && voices.length > 0 ? voices : null
  const kokoroVoices = listed?.some(voice => /^[ab][fm]_[a-z]/.test(voice)) ?? false
  const model = survey.model ?? (await findModel(survey, kokoroVoices))
  return { model, voices: listed, kokoroFastApi: kokoroVoices && (await isKokoroFastApi(survey)) }
}

async function findModel(survey: Survey, kokoroVoices: boolean): Promise<string> {
  const url = apiUrl(survey.url, 'models')
  const models = parseIds(await getJson(survey, url))
  const model = chooseModel(models, kokoroVoices)
  if (model !== null) return model
  const names = nameVoices(models ?? [])
  throw serverFault(
    url,
    `has several models, ${names}: name one after the address, as in https://host/v1#tts-1`,
    false
  )
}

/** JSON, or null where the server has none there; many serve a page for any address. */
async function getJson({ key, get }: Survey, url: URL): Promise<unknown> {
  const answer = await get(url)
  if (ABSENT.has(answer.status)) return null
  if (answer.status !== 200) throw statusFault(url, answer, key)
  try {
    return JSON.parse(new TextDecoder().decode(answer.bytes))
  } catch {
    return null
  }
}

/** Only Kokoro-FastAPI has a route for phonemes; the reading of `[word](/phonemes/)` came with it. */
async function isKokoroFastApi(survey: Survey): Promise<boolean> {
  try {
    const description = await getJson(survey, descriptionUrl(survey.url))
    const { paths } = (description ?? {}) as Record<string, unknown>
    return typeof paths === 'object' && paths !== null && '/dev/phonemize' in paths
  } catch (error) {
    if (error instanceof StageError) return false
    throw error
  }
}
