/** Decimal, as disks and providers count: 325 MB, 4.2 GB. */
export function megabytes(bytes: number): string {
  if (bytes >= 1e9) return `${(bytes / 1e9).toFixed(1)} GB`
  if (bytes >= 1e6) return `${Math.round(bytes / 1e6)} MB`
  return bytes >= 1e4 ? `${Math.round(bytes / 1e3)} kB` : `${bytes} bytes`
}
