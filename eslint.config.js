import tseslint from 'typescript-eslint'
import { createNodeResolver, importX } from 'eslint-plugin-import-x'

/** What puts the house together; the others see compose.ts alone, and `doctor` what it looks at. */
const COMPOSE = [
  'compose.ts',
  'compose-doctor.ts',
  'compose-news.ts',
  'compose-speech.ts',
  'compose-writer.ts'
]

const INSIDES = COMPOSE.filter(file => file !== 'compose.ts')

/** Each room of the house and the rooms of ours that it must not import from. */
const rooms = [
  ['domain', ['stages', 'adapters', 'config', 'jobs', 'workers', 'server', 'cli', ...COMPOSE]],
  ['stages', ['adapters', 'config', 'jobs', 'workers', 'server', 'cli', ...COMPOSE]],
  ['config', ['stages', 'adapters', 'jobs', 'workers', 'server', 'cli', ...COMPOSE]],
  ['jobs', ['stages', 'adapters', 'workers', 'server', 'cli', ...COMPOSE]],
  ['adapters', ['jobs', 'workers', 'server', 'cli', ...COMPOSE]],
  ...COMPOSE.map(file => [file, ['jobs', 'workers', 'server', 'cli']]),
  ['workers', ['adapters', 'server', 'cli', ...INSIDES]],
  ['server', ['adapters', 'stages', 'cli', ...INSIDES]],
  ['cli', ['adapters', 'stages', ...INSIDES.filter(file => file !== 'compose-doctor.ts')]]
]

/** Packages that touch the world, and the only folders that may import them. */
const owners = {
  bullmq: ['jobs/queue', 'workers'],
  ioredis: ['jobs/queue', 'workers'],
  '@electric-sql/pglite': ['jobs/queue'],
  'fluent-ffmpeg': ['adapters/ffmpeg'],
  '@ffmpeg-installer/ffmpeg': ['adapters/ffmpeg'],
  'onnxruntime-node': ['adapters/onnx'],
  'node-llama-cpp': ['adapters/llama'],
  'rss-parser': ['adapters/feeds'],
  feedparser: ['adapters/feeds'],
  linkedom: ['adapters/pages'],
  '@mozilla/readability': ['adapters/pages'],
  'robots-parser': ['adapters/http'],
  phonemizer: ['adapters/onnx/phonemes'],
  'node-id3': ['adapters/id3'],
  '@resvg/resvg-wasm': ['adapters/cover'],
  hono: ['server', 'server/api'],
  '@hono/zod-openapi': ['server/api'],
  qr: ['server'],
  '@hono/node-server': ['server']
}

/** ESLint keeps the last setting of a rule, so each folder's list is worked out here, once. */
const folders = [...new Set(Object.values(owners).flat())]
const restricted = folder =>
  Object.entries(owners)
    .filter(([, allowed]) => !allowed.includes(folder))
    .map(([name]) => ({ name, message: `Only ${owners[name].join(' and ')} may import ${name}.` }))

const CAN_PARSE = {
  object: 'URL',
  property: 'canParse',
  message: 'Wrong for letters beyond ASCII on Node 20: use canParseUrl of src/domain.'
}

export default tseslint.config(
  { ignores: ['**/node_modules', 'data', 'coverage'] },
  ...tseslint.configs.recommended,
  {
    files: ['src/**/*.ts', 'test/**/*.ts'],
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.js', '.json'] })] },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-control-regex': 'off',
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'import-x/no-default-export': 'off',
      'import-x/no-restricted-paths': [
        'error',
        {
          zones: rooms.flatMap(([room, closed]) =>
            closed.map(from => ({
              target: `./src/${room}`,
              from: `./src/${from}`,
              message: `${room} may not import from ${from}: see the table of rooms in CONTRIBUTING.md.`
            }))
          )
        }
      ]
    }
  },
  {
    files: ['src/**/*.ts'],
    rules: { 'no-restricted-properties': ['error', CAN_PARSE] }
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/config/**'],
    rules: {
      'no-restricted-properties': [
        'error',
        CAN_PARSE,
        { object: 'process', property: 'env', message: 'Only src/config reads the environment.' }
      ]
    }
  },
  { files: ['src/**/*.ts'], rules: { 'no-restricted-imports': ['error', { paths: restricted('') }] } },
  ...folders.map(folder => ({
    files: [`src/${folder}/**/*.ts`],
    rules: { 'no-restricted-imports': ['error', { paths: restricted(folder) }] }
  }))
)
