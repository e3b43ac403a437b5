import { describe, expect, test } from 'vitest'
import { phonemise } from '../../src/adapters/onnx/phonemes/phonemise.ts'

type Row = readonly [text: string, american: string, british: string]

const marks: Row[] = [
  ['It, “said” (Bob)—yes… no!', 'ˈɪt, "sˈɛd" (bˈɑːb) — jˈɛs… nˈoʊ!', 'ˈɪt, "sˈɛd" (bˈɒb) — jˈɛs… nˈəʊ!'],
  ['one -- two - three', 'wˈʌn — tˈuː — θɹˈiː', 'wˈɒn — tˈuː — θɹˈiː'],
  ['wait... what?', 'wˈeɪt… wˈʌt?', 'wˈeɪt… wˈɒt?'],
  ['[sic] yes', '(sˈɪk) jˈɛs', '(sˈɪk) jˈɛs'],
  ['', '', ''],
  [' … ', '…', '…']
]

const written: Row[] = [
  ["[Kyiv](/kˈiːɪv/)'s streets", 'kˈiːɪvz stɹˈiːts', 'kˈiːɪvz stɹˈiːts'],
  ["[Banks](/bˈæŋks/)'s bill", 'bˈæŋksᵻz bˈɪl', 'bˈæŋksɪz bˈɪl'],
  ["[Matt](/mˈæt/)'s hat", 'mˈæts hˈæt', 'mˈæts hˈat'],
  [
    'the [Oaxaca](/wəhˈɑːkə/) [Åland](/ˈoʊlənd/)-based team',
    'ðə wəhˈɑːkə ˈoʊlənd bˈeɪst tˈiːm',
    'ðə wəhˈɑːkə ˈoʊlənd bˈeɪst tˈiːm'
  ],
  ['the [Åland](/ˈoʊlənd/) law', 'ðɪ ˈoʊlənd lˈɔː', 'ðɪ ˈoʊlənd lˈɔː'],
  ['In [Kyiv](/kˈiː.ɪv/), “[Kyiv](/kˈiːɪv/)”.', 'ɪn kˈiːɪv, "kˈiːɪv".', 'ɪn kˈiːɪv, "kˈiːɪv".'],
  ['[word](//) stays', 'wˈɜːd stˈeɪz', 'wˈɜːd stˈeɪz']
]

const letters: Row[] = [
  ['the U S and us', 'ðə jˌuːˈɛs ænd ˌʌs', 'ðə jˌuːˈɛs and ˌʌs'],
  ['the A I plan', 'ðɪ ˌeɪˈaɪ plˈæn', 'ðɪ ˌeɪˈaɪ plˈan'],
  ['A I is here', 'ˌeɪˈaɪ ɪz hˈɪɹ', 'ˌeɪˈaɪ ɪz hˈiə'],
  ['A U K court', 'ɐ jˌuːkˈeɪ kˈoːɹt', 'ɐ jˌuːkˈeɪ kˈɔːt'],
  ['an R A F base', 'ɐn ˌɑːɹˌeɪˈɛf bˈeɪs', 'ɐn ˌɑːɹˌeɪˈɛf bˈeɪs'],
  ["two G P U's", 'tˈuː dʒˌiːpˌiːjˈuːz', 'tˈuː dʒˌiːpˌiːjˈuːz'],
  ['the N B-A', 'ðɪ ˌɛnbˌiːˈeɪ', 'ðɪ ˌɛnbˌiːˈeɪ'],
  ['a four K T V', 'ɐ fˈoːɹ kˈeɪ tˌiːvˈiː', 'ɐ fˈɔː kˈeɪ tˌiːvˈiː'],
  ['the B B C I know', 'ðə bˌiːbˌiːsˈiː aɪ nˈoʊ', 'ðə bˌiːbˌiːsˈiː aɪ nˈəʊ'],
  ['the U.S.-led force', 'ðə jˌuːˈɛs lˈɛd fˈoːɹs', 'ðə jˌuːˈɛs lˈɛd fˈɔːs'],
  ['Grade A beef', 'ɡɹˈeɪd ˈeɪ bˈiːf', 'ɡɹˈeɪd ˈeɪ bˈiːf'],
  ['A to Z', 'ˈeɪ tə zˈiː', 'ˈeɪ tə zˈɛd']
]

const faults: Row[] = [
  ['that the end of the day', 'ðæt ðɪ ˈɛnd ʌv ðə dˈeɪ', 'ðat ðɪ ˈɛnd ɒv ðə dˈeɪ'],
  ['more than an hour', 'mˈoːɹ ðˌæn ɐn ˈaʊɚ', 'mˈɔː ðˌan ɐn ˈaʊə'],
  ['Nvidia reported', 'ˈɛnvˈɪdiə ɹᵻpˈoːɹɾᵻd', 'ˈɛnvˈɪdiə ɹɪpˈɔːtɪd'],
  ['Obama in Cuba', 'oʊbˈɑːmə ɪn kjˈuːbə', 'əʊbˈɑːmə ɪn kjˈuːbə'],
  ['during', 'dˈʊɹɪŋ', 'djˈʊəɹɪŋ'],
  ['the coup he faced', 'ðə kˈuː hiː fˈeɪst', 'ðə kˈuː hiː fˈeɪst'],
  ['the St. Louis coup', 'ðə sˈeɪnt lˈuːi kˈuː', 'ðə sˈeɪnt lˈuːi kˈuː'],
  ['two hundred and one', 'tˈuː hˈʌndɹɪd ænd wˈʌn', 'tˈuː hˈʌndɹɪd and wˈɒn'],
  ['Kokoro', 'kˈoʊkəɹoʊ', 'kˈəʊkəɹəʊ']
]

const homographs: Row[] = [
  ['people live in Rome', 'pˈiːpəl lˈɪv ɪn ɹˈoʊm', 'pˈiːpəl lˈɪv ɪn ɹˈəʊm'],
  ['it played live in Rome', 'ɪt plˈeɪd lˈaɪv ɪn ɹˈoʊm', 'ɪt plˈeɪd lˈaɪv ɪn ɹˈəʊm'],
  ['live updates', 'lˈaɪv ˈʌpdeɪts', 'lˈaɪv ˈʌpdeɪts'],
  ['The author lives in Rome', 'ðɪ ˈɔːθɚ lˈɪvz ɪn ɹˈoʊm', 'ðɪ ˈɔːθə lˈɪvz ɪn ɹˈəʊm'],
  ['their lives in Rome', 'ðɛɹ lˈaɪvz ɪn ɹˈoʊm', 'ðeə lˈaɪvz ɪn ɹˈəʊm'],
  ['he read it', 'hiː ɹˈɛd ɪt', 'hiː ɹˈɛd ɪt'],
  ['he will read it', 'hiː wɪl ɹˈiːd ɪt', 'hiː wɪl ɹˈiːd ɪt'],
  ['lead pipes', 'lˈɛd pˈaɪps', 'lˈɛd pˈaɪps'],
  ['the lead role', 'ðə lˈiːd ɹˈoʊl', 'ðə lˈiːd ɹˈəʊl'],
  ['a record close', 'ɐ ɹˈɛkɚd klˈoʊz', 'ɐ ɹˈɛkɔːd klˈəʊz'],
  ['close to home', 'klˈoʊs tə hˈoʊm', 'klˈəʊs tə hˈəʊm'],
  ['The firm uses a chip', 'ðə fˈɜːm jˈuːzᵻz ɐ tʃˈɪp', 'ðə fˈɜːm jˈuːzɪz ɐ tʃˈɪp'],
  ['he used to work', 'hiː jˈuːst tə wˈɜːk', 'hiː jˈuːst tə wˈɜːk'],
  ['it was used to work', 'ɪt wʌz jˈuːzd tə wˈɜːk', 'ɪt wɒz jˈuːzd tə wˈɜːk'],
  ['a diplomatic row over fish', 'ɐ dˌɪpləmˈæɾɪk ɹˈaʊ ˌoʊvɚ fˈɪʃ', 'ɐ dˌɪpləmˈatɪk ɹˈaʊ ˌəʊvə fˈɪʃ'],
  ['high winds up to ten', 'hˈaɪ wˈɪndz ˌʌp tə tˈɛn', 'hˈaɪ wˈɪndz ˌʌp tə tˈɛn'],
  ['in Nice', 'ɪn nˈiːs', 'ɪn nˈiːs'],
  ['police suspect that he', 'pəlˈiːs səspˈɛkt ðˈæt hiː', 'pəlˈiːs səspˈɛkt ðˈat hiː']
]

describe.each([
  ['keeps marks in their places', marks],
  ['says written sounds exactly', written],
  ['names letters one by one', letters],
  ['mends what espeak-ng gets wrong', faults],
  ['tells homographs apart by what stands beside them', homographs]
])('phonemise %s', (_, rows) => {
  test.each(rows)('"%s"', async (text, american, british) => {
    expect(await phonemise(text, 'en-us')).toBe(american)
    expect(await phonemise(text, 'en')).toBe(british)
  })
})

describe('phonemise', () => {
  test('leaves the handlers of the process as they were', async () => {
    const count = (): number[] =>
      (['uncaughtException', 'unhandledRejection'] as const).map(event => process.listenerCount(event))
    const before = count()
    await phonemise('Hello', 'en-us')
    expect(count()).toEqual(before)
  })

  test('answers calls that are made at once each with its own', async () => {
    const words = ['one', 'two', 'three', 'four']
    const together = await Promise.all(words.map(word => phonemise(word, 'en-us')))
    const apart: string[] = []
    for (const word of words) apart.push(await phonemise(word, 'en-us'))
    expect(together).toEqual(apart)
  })

  test('says many clauses of a long text, each in its place', async () => {
    const said = await phonemise('The end, he said. '.repeat(60), 'en-us')
    expect(said).toBe('ðɪ ˈɛnd, hiː sˈɛd. '.repeat(60).trim())
  })
})
