/** What onnxruntime 1.30 says, and what it comes to; `$1` is what the pattern found. */
const REASONS: readonly [RegExp, (path: string, found: string) => string][] = [
  [
    /External data path does not exist: "([^"]+)"/,
    (path, found) =>
      `${path} keeps its weights in another file, ${found}, which is not there: put it there too`
  ],
  [
    /External initializer.*(?:out of bounds|read in full)/s,
    path => `the file beside ${path} that holds its weights is cut short: get it again`
  ],
  [
    /Protobuf parsing failed/,
    path => `${path} cannot be read as an ONNX model: its bytes are damaged; get the file again`
  ],
  [
    /bad_alloc|Failed to allocate|out of memory/i,
    path => `there is not enough memory to load ${path}: use fewer workers, or a smaller model`
  ]
]

/** What kept onnxruntime from loading a file that looks like a model, in a sentence. */
export function explainLoadFailure(path: string, message: string): string {
  for (const [pattern, explain] of REASONS) {
    const match = pattern.exec(message)
    if (match) return explain(path, match[1] ?? '')
  }
  return `onnxruntime cannot load ${path}: ${plainReason(message)}`
}

/** The first line, without the places in the runtime's own source. */
const plainReason = (message: string): string =>
  (message.split('\n')[0] ?? '')
    .replace(/^Load model from .*? failed:\s*/, '')
    .replace(/\/onnxruntime_src\/\S+:\d+ .*?\)(?: const)?\s*/g, '')
    .slice(0, 240)
    .trim()
