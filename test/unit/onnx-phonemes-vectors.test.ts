import { describe, expect, test } from 'vitest'
import { phonemise } from '../../src/adapters/onnx/phonemes/phonemise.ts'
import { toSpeakable } from '../../src/stages/render/speakable/to-speakable.ts'
import { KOKORO_JS_VECTORS, type KokoroJsVector } from '../fixtures/phonemes/kokoro-js-vectors.ts'
import { SPEECH_VECTORS } from '../fixtures/phonemes/speech-vectors.ts'

const theirs = KOKORO_JS_VECTORS.filter(({ ours }) => ours === undefined)
const ours = KOKORO_JS_VECTORS.filter(vector => vector.ours !== undefined)

const hear = ({ accent, text, through }: KokoroJsVector): Promise<string> =>
  phonemise(through === 'speech' ? toSpeakable(text) : text, accent)

describe(`the ${KOKORO_JS_VECTORS.length} phonemizer vectors of kokoro-js`, () => {
  test('are 40 American and 30 British', () => {
    expect(KOKORO_JS_VECTORS.filter(({ accent }) => accent === 'en-us')).toHaveLength(40)
    expect(KOKORO_JS_VECTORS.filter(({ accent }) => accent === 'en')).toHaveLength(30)
  })

  describe(`${theirs.length} are right and taken as they are`, () => {
    test.each(theirs)('$accent: $text', async vector => {
      expect(await hear(vector)).toBe(vector.theirs)
    })
  })

  describe(`${ours.length} are wrong or worse than ours`, () => {
    test.each(ours)('$accent: $text ($why)', async vector => {
      expect(vector.ours).not.toBe(vector.theirs)
      expect(vector.why).toBeTruthy()
      expect(await hear(vector)).toBe(vector.ours)
    })
  })
})

describe('news text as it is printed, through the normaliser', () => {
  test.each(SPEECH_VECTORS)('"%s" is heard as %s', async (printed, phonemes) => {
    expect(await phonemise(toSpeakable(printed), 'en-us')).toBe(phonemes)
  })
})
