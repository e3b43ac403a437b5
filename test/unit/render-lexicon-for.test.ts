import { describe, expect, test } from 'vitest'
import { lexiconFor, type LexiconChoice, type Lexicons } from '../../src/stages/render/lexicon-for.ts'
import { toSpeakable } from '../../src/stages/render/speakable/to-speakable.ts'

const lexicons: Lexicons = {
  common: {
    Kyiv: '/kˈiːɪv/',
    Åsa: '/ˈoʊsə/',
    qubit: '/kjˈuːbɪt/',
    coup: '/kˈuː/',
    Cannes: '/kˈæn/',
    Rutte: '/ɹˈʌtə/',
    Roche: '/ɹˈoʊʃ/',
    Git: 'Gitt',
    résumé: '/ɹˈɛzʊmˌeɪ/'
  },
  byFamily: { flite: { Kyiv: 'Keeve', qubits: 'cue bits', Åsa: 'Oh-sah' } }
}

const choose = (choice: Partial<LexiconChoice>) =>
  lexiconFor({ lexicons, show: {}, family: 'kokoro', phonemes: true, ...choice })

describe('lexiconFor', () => {
  test('gives a model that takes phonemes the marks, and spellings as they are', () => {
    expect(choose({})).toMatchObject({ Kyiv: '[Kyiv](/kˈiːɪv/)', Git: 'Gitt' })
  })

  test('leaves phonemes out for a model that takes none', () => {
    expect(choose({ family: 'flite', phonemes: false })).toEqual({
      Kyiv: 'Keeve',
      qubits: 'cue bits',
      Åsa: 'Oh-sah',
      Git: 'Gitt'
    })
    expect(choose({ family: 'openai', phonemes: false })).toEqual({ Git: 'Gitt' })
  })

  test.each<[string, Record<string, string>, Partial<LexiconChoice>, string, string]>([
    ['the show comes first', { Kyiv: '/kˈɪv/' }, {}, 'Kyiv’s', "[Kyiv's](/kˈɪvz/)"],
    ['in any case of letters too', { kyiv: '/kˈɪv/' }, {}, 'Kyiv', '[Kyiv](/kˈɪv/)'],
    ['written without accents too', { Asa: '/ˈeɪsə/' }, {}, 'Åsa', '[Åsa](/ˈeɪsə/)'],
    [
      'its phonemes do not hide a spelling from a model that takes none',
      { Kyiv: '/kˈɪv/' },
      { family: 'flite', phonemes: false },
      'Kyiv',
      'Keeve'
    ],
    [
      'its singular comes before the plural of the kind of model',
      { qubit: 'kew bit' },
      { family: 'flite', phonemes: false },
      'qubits',
      'kew bits'
    ],
    [
      'the kind of model comes before what is common',
      {},
      { family: 'flite', phonemes: false },
      'Kyiv',
      'Keeve'
    ]
  ])('%s', (_, lexicon, choice, printed, said) => {
    const options = { show: { lexicon }, ...choice }
    expect(toSpeakable(printed, { lexicon: choose(options), phonemes: options.phonemes ?? true })).toBe(said)
  })
})

describe('the words of a lexicon', () => {
  test.each([
    ['Kyiv’s mayor', "[Kyiv's](/kˈiːɪvz/) mayor"],
    ['a Kyiv-based firm', 'a [Kyiv](/kˈiːɪv/) based firm'],
    ['pro-Kyiv', 'pro [Kyiv](/kˈiːɪv/)'],
    ['“Kyiv,” he said', '[Kyiv](/kˈiːɪv/), he said'],
    ['Qubits and qubits', '[Qubits](/kjˈuːbɪts/) and [qubits](/kjˈuːbɪts/)'],
    ['the qubit’s state', "the [qubit's](/kjˈuːbɪts/) state"],
    ['the qubits’ state', "the [qubits'](/kjˈuːbɪts/) state"],
    ['Two coups failed', 'Two [coups](/kˈuːz/) failed'],
    ['Roche’s drug', "[Roche's](/ɹˈoʊʃᵻz/) drug"],
    ['Cannes’s film', "[Cannes's](/kˈænz/) film"],
    ['Rutte and Rutten', '[Rutte](/ɹˈʌtə/) and Rutten'],
    ['Asa and Åsa and A\u030asa', '[Asa](/ˈoʊsə/) and [Åsa](/ˈoʊsə/) and [Åsa](/ˈoʊsə/)'],
    ['a résumé, and resume', 'a [résumé](/ɹˈɛzʊmˌeɪ/), and resume'],
    ['the coupe', 'the coupe'],
    ['kyiv and KYIV', 'kyiv and K Y I V'],
    ['Git’s log, Gits', "Gitt's log, Gitts"],
    ['Kyiv, Kyiv. Kyiv?', '[Kyiv](/kˈiːɪv/), [Kyiv](/kˈiːɪv/). [Kyiv](/kˈiːɪv/)?']
  ])('%j is said as %j', (printed, said) => {
    const spoken = toSpeakable(printed, { lexicon: choose({}), phonemes: true })
    expect(spoken.replace('[K Y I V](/kˌeɪwˌaɪˌaɪvˈiː/)', 'K Y I V')).toBe(said)
    expect(toSpeakable(spoken, { phonemes: true })).toBe(spoken)
  })
})
