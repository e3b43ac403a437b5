import type { ModelCard } from './model-card.ts'

export interface InstalledFile {
  /** Inside the model's folder, as on its card. */
  name: string
  /** Absolute. */
  path: string
  bytes: number
  /** Worked out when it was installed. */
  sha256: string
}

export interface InstalledModel {
  id: string
  /** Absolute. */
  folder: string
  revision: string
  files: InstalledFile[]
}

export interface ListedModel {
  card: ModelCard
  /** Of all its files. */
  bytes: number
  state: 'installed' | 'partly' | 'not'
  /** Installed from another revision than the card's: it works, and pulling it again renews it. */
  outdated: boolean
  /** Absolute; it need not exist. */
  folder: string
}

export interface PullProgress {
  id: string
  /** What is at work: the file's path on the card. */
  file: string
  doneBytes: number
  totalBytes: number
}

export interface PullOptions {
  /** A folder that has the files, instead of the network. */
  from?: string
  /** Hashes what is installed, and fetches again what is wrong. */
  verify?: boolean
  signal?: AbortSignal
  onProgress?: (progress: PullProgress) => void
}

export interface PulledModel extends InstalledModel {
  /** Read from the network or the folder by this pull. */
  fetchedBytes: number
  /** Were right already. */
  keptFiles: number
}

/** The models on this machine. Nothing is fetched but by `pull`. */
export interface ModelStore {
  cards: readonly ModelCard[]
  /** Throws an UnknownModelError. */
  card(id: string): ModelCard
  list(): Promise<ListedModel[]>
  /** Null where the model is not installed whole. */
  find(id: string): Promise<InstalledModel | null>
  /** Throws a ModelError, or the signal's reason; what was fetched by then is used by the next pull. */
  pull(id: string, options?: PullOptions): Promise<PulledModel>
}

/** What kept a model from being installed; the message says what would be right. */
export class ModelError extends Error {
  override readonly name: string = 'ModelError'
}

export class UnknownModelError extends ModelError {
  override readonly name = 'UnknownModelError'
}
