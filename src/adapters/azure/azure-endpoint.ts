import { sha256 } from '../../domain/hash.ts'

export interface AzureEndpoint {
  base: URL
  /** Part of the address of a take. */
  name: string
}

/** Where a region's text-to-speech stands, or a private endpoint in its place. */
export const azureEndpoint = (region: string, url?: string): AzureEndpoint => ({
  base: new URL(url ?? `https://${region}.tts.speech.microsoft.com`),
  name: `azure-${url === undefined ? region : sha256(url).slice(0, 16)}`
})
