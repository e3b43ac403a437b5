/** What llama.cpp and its package say (node-llama-cpp 3.21), and what it comes to; `found` is what the pattern found. */
const REASONS: readonly [RegExp, (path: string, found: string) => string][] = [
  [
    /unknown model architecture: '([^']+)'/,
    (path, found) =>
      `${path} is of the architecture "${found}", which this version does not know: take another model`
  ],
  [
    /prebuilt binary was not found|NoBinaryFound|no binary/i,
    path =>
      `there is no llama.cpp for this system (${process.platform} ${process.arch}), so that ${path} cannot be loaded: ` +
      'use a model behind a server'
  ],
  [
    /bad_alloc|failed to allocate|unable to allocate|InsufficientMemory|not enough memory/i,
    path => `there is not enough memory to load ${path}: take a smaller model, or a shorter context`
  ],
  [
    /((?:missing|wrong|invalid|corrupt)[^\n]*tensor[^\n]*|check_tensor_dims[^\n]*|not within the file bounds[^\n]*)/i,
    (path, found) => `${path} is damaged: ${found.trim().slice(0, 160)}; get the file again`
  ]
]

/** What kept a file that looks like a model from being loaded, in a sentence. */
export function explainLoadFailure(path: string, error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  for (const [pattern, explain] of REASONS) {
    const match = pattern.exec(message)
    if (match) return explain(path, match[1] ?? '')
  }
  const lines = message.split('\n').filter(line => line.trim() !== '')
  const why = (lines[1] ?? lines[0] ?? 'it does not say why').slice(0, 240).trim()
  return `llama.cpp cannot load ${path}: ${why}; get the file again, or take another model`
}
