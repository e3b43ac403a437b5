import type { ModelCard } from '../../domain/model-card.ts'

export interface PullLimits {
  /** Files at once. */
  lanes: number
  /** In a row, without a mebibyte of progress. */
  tries: number
  retryDelayMs: number
  /** Without a byte, a connection is given up and tried again. */
  stallMs: number
}

export interface ModelStoreSettings {
  dir: string
  cards: readonly ModelCard[]
  /** Hugging Face or a mirror of it; it may have a path. */
  endpoint: string
  limits: PullLimits
  freeBytes(dir: string): Promise<number>
}
