/** What a model says of an input or output; `inputMetadata` and `outputMetadata` of onnxruntime-node fit. */
export interface TensorInfo {
  name: string
  type?: string
}

/** What models take, as an error says it. */
export const KNOWN_INPUTS =
  'Kokoro takes input_ids or tokens, style and speed; Piper takes input, input_lengths and scales'

export const namesOf = (infos: readonly TensorInfo[]): string =>
  infos.map(({ name, type }) => (type ? `${name} (${type})` : name)).join(', ') || 'nothing'
