import { z } from 'zod'
import { parseAddressRule } from '../domain/address-rules.ts'
import { slugSchema } from '../domain/show.ts'
import { announceConfigSchema } from './announce-config-schema.ts'
import { faultsOfAnnounce } from './announce-faults.ts'
import { showConfigSchema } from './show-config-schema.ts'
import { BUILTIN_WRITER, WRITING_STEPS, writerModelSchema, type WriterWish } from '../domain/writer.ts'
import { parseSpeechChoice, SPEECH_HELP } from './speech-choice.ts'
import { parseWriterChoice, WRITER_HELP } from './writer-choice.ts'

const speechNameSchema = z
  .string()
  .min(1)
  .refine(name => parseSpeechChoice(name) !== null, SPEECH_HELP)

export const DEVICES = ['cpu', 'webgpu', 'cuda', 'auto'] as const

/** What speaks, and on what; the name alone is short for {model: name}. */
const speechSchema = z
  .union(
    [
      speechNameSchema.transform(model => ({ model, device: 'cpu' as const, workers: undefined })),
      z.strictObject({
        model: speechNameSchema.default('auto'),
        device: z
          .enum(DEVICES)
          .default('cpu')
          .describe('Where neural voices are rendered; falls back to the processor.'),
        workers: z
          .int()
          .min(1)
          .max(64)
          .optional()
          .describe('How many sentences are rendered at once; chosen by cores and memory where absent.')
      })
    ],
    { error: `${SPEECH_HELP}; or {model, device, workers}, where device is one of ${DEVICES.join(', ')}` }
  )
  .describe('What speaks: auto is the best that is installed.')

export const WRITER_DEVICES = ['cpu', 'auto'] as const

const nameFaults = (models: { model: string }[], context: z.RefinementCtx): void =>
  models.forEach(({ model }, at) => {
    if (parseWriterChoice(model) === null)
      context.addIssue({ code: 'custom', path: [at, 'model'], message: WRITER_HELP })
  })

const writerNameSchema = z
  .string()
  .min(1)
  .refine(name => parseWriterChoice(name) !== null, WRITER_HELP)

/** Who writes; a name alone is short for {models: [{model: name}]}. */
const writerConfigSchema = z
  .union(
    [
      writerNameSchema.transform(name => ({ wish: name as WriterWish, device: 'cpu' as const })),
      z
        .strictObject({
          models: z
            .array(writerModelSchema)
            .superRefine(nameFaults)
            .min(1)
            .max(8)
            .describe('In the order in which they are asked; the built-in writer comes last in any case.'),
          device: z
            .enum(WRITER_DEVICES)
            .default('cpu')
            .describe('Where models of this machine run; auto takes a GPU whose package is installed.')
        })
        .transform(({ models, device }) => ({ wish: { models } as WriterWish, device }))
    ],
    {
      error: `${WRITER_HELP}; or {models: [{model, steps, seconds, tokens, dollars, price}], device}, where the steps are among ${WRITING_STEPS.join(', ')}, and device is one of ${WRITER_DEVICES.join(', ')}`
    }
  )
  .describe('Who writes the script.')

/** Who may listen, at which address, and how often. */
const serverConfigSchema = z
  .strictObject({
    public_url: z
      .url({
        protocol: /^https?$/,
        error: 'use the address that listeners reach, for example https://podcasts.example.org'
      })
      .optional(),
    private: z
      .boolean()
      .default(false)
      .describe('Does everything lie under a secret path of each listener? They are in run/listeners.json.'),
    listeners: z
      .array(slugSchema)
      .min(1)
      .max(1000)
      .refine(names => new Set(names).size === names.length, 'name each listener once')
      .default(['me'])
      .describe('Who gets a secret path where the server is private; a name taken out loses it.'),
    requests_per_minute: z
      .int()
      .min(0)
      .max(1_000_000)
      .default(600)
      .describe('How often one address may ask in a minute; 0 for no limit.'),
    proxies: z
      .int()
      .min(0)
      .max(10)
      .default(0)
      .describe('How many proxies of your own stand before the server and add to X-Forwarded-For.')
  })
  .prefault({})

/** As text, since that is how a request carries it to a worker. */
const addressRuleSchema = z.string().superRefine((text, context) => {
  try {
    parseAddressRule(text)
  } catch (error) {
    context.addIssue({ code: 'custom', message: (error as Error).message })
  }
})

const configFields = z.strictObject({
  server: serverConfigSchema,
  announce: announceConfigSchema,
  fetch: z
    .strictObject({
      private_addresses: z
        .boolean()
        .default(false)
        .describe(
          'May feeds live on private addresses (a home network)? To open some of them only, use allow.'
        ),
      allow: z
        .array(addressRuleSchema)
        .max(100)
        .default([])
        .describe(
          'Hosts, addresses and ranges of a home network that may be asked: nas.local, 192.168.1.0/24.'
        ),
      pages: z
        .boolean()
        .default(true)
        .describe('Read the pages of the stories that are chosen, where a feed has summaries only?')
    })
    .prefault({}),
  writer: writerConfigSchema.default({ wish: BUILTIN_WRITER, device: 'cpu' }),
  speech: speechSchema.default({ model: 'auto', device: 'cpu', workers: undefined }),
  shows: z
    .record(slugSchema, showConfigSchema)
    .refine(shows => Object.keys(shows).length > 0, 'configure at least one show')
})

/** duologue.yaml. */
export const configSchema = configFields.superRefine((config, context) => {
  for (const { path, message } of faultsOfAnnounce(config))
    context.addIssue({ code: 'custom', path, message })
})

export type Config = z.infer<typeof configSchema>
