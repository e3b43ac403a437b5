/** What the neural speech runtime says of itself; throws where it does not load on this platform. */
export async function probeOnnxRuntime(): Promise<string> {
  const { env, listSupportedBackends } = await import('onnxruntime-node')
  const backends = listSupportedBackends().flatMap(({ name, bundled }) => (bundled ? [name] : []))
  return `onnxruntime-node ${env.versions.node ?? env.versions.common} loads (${backends.join(', ')})`
}
