/** Kokoro's tokenizer as transformers.js reads one: a character a token, what it does not know is left out, 0 at both ends. */
export function buildTokenizerJson(vocabulary: Readonly<Record<string, number>>): unknown {
  const known = Object.keys(vocabulary).map(symbol => symbol.replace(/[\\\][^-]/g, '\\$&'))
  const end = { SpecialToken: { id: '$', type_id: 0 } }
  return {
    version: '1.0',
    truncation: null,
    padding: null,
    added_tokens: [],
    normalizer: { type: 'Replace', pattern: { Regex: `[^${known.join('')}]` }, content: '' },
    pre_tokenizer: { type: 'Split', pattern: { Regex: '' }, behavior: 'Isolated', invert: false },
    post_processor: {
      type: 'TemplateProcessing',
      single: [end, { Sequence: { id: 'A', type_id: 0 } }, end],
      special_tokens: { $: { id: '$', ids: [0], tokens: ['$'] } }
    },
    decoder: null,
    model: { vocab: vocabulary }
  }
}
