import { z } from 'zod'

/** A path of our own making: no segment begins with a dot, so it cannot lead out of its folder. */
const safePath = z
  .string()
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9._-]*(?:\/[A-Za-z0-9][A-Za-z0-9._-]*)*$/,
    'a path has letters, digits, . _ - and /, and no part of it begins with a dot'
  )

export const modelFileSchema = z
  .strictObject({
    /** Inside the model's folder. */
    path: safePath,
    /** Inside the repository. */
    source: safePath,
    bytes: z.int().positive(),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .optional(),
    /** Only where nobody publishes a SHA-256: it tells damage, but not a forger. */
    md5: z
      .string()
      .regex(/^[0-9a-f]{32}$/)
      .optional()
  })
  .refine(({ sha256, md5 }) => sha256 !== undefined || md5 !== undefined, {
    message: 'a file needs its sha256, or at least its md5'
  })

/** A model that `models pull` can fetch: where its files are, and how each is known to be the right one. */
export const modelCardSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9.-]*(?::[A-Za-z0-9][A-Za-z0-9._-]*)?$/),
  kind: z.enum(['speech', 'script']),
  title: z.string().min(1),
  /** What it is for, in a sentence. */
  what: z.string().min(1),
  licence: z.string().min(1),
  licenceUrl: z.url({ protocol: /^https$/ }),
  /** owner/name, as Hugging Face and its mirrors have it. */
  repository: z.string().regex(/^[A-Za-z0-9][\w.-]*\/[A-Za-z0-9][\w.-]*$/),
  /** A commit: what it holds never changes. */
  revision: z.string().regex(/^[0-9a-f]{40}$/),
  /** Below the store; models may share one, and then the files in it too. */
  folder: safePath,
  files: z.array(modelFileSchema).min(1)
})

export type ModelFile = z.infer<typeof modelFileSchema>
export type ModelCard = z.infer<typeof modelCardSchema>

export const modelBytes = ({ files }: Pick<ModelCard, 'files'>): number =>
  files.reduce((sum, { bytes }) => sum + bytes, 0)

/** Is any file of the model known by an MD5 alone? */
export const isWeaklyChecked = ({ files }: Pick<ModelCard, 'files'>): boolean =>
  files.some(({ sha256 }) => sha256 === undefined)
