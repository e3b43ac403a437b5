import type { Sound } from './accent.ts'

/** Names of the news that espeak-ng (phonemizer 1.2.1) says wrong; the lexicon of the house goes before these. */
export const NAMES_SAID_WRONG: Readonly<Record<string, Sound>> = {
  Arduino: { us: 'ɑːɹdwˈiːnoʊ', gb: 'ɑːdwˈiːnəʊ' },
  Bloomberg: 'blˈuːmbɜːɡ',
  Bosnia: { us: 'bˈɑːzniə', gb: 'bˈɒzniə' },
  Dubai: 'duːbˈaɪ',
  Gabriel: 'ɡˈeɪbɹiəl',
  Hamas: { us: 'hɑːmˈɑːs', gb: 'hamˈas' },
  Hezbollah: 'hˌɛzbəlˈɑː',
  Isaac: 'ˈaɪzək',
  Israel: { us: 'ˈɪzɹiəl', gb: 'ˈɪzɹeɪl' },
  Jersey: 'dʒˈɜːzi',
  Jurassic: { us: 'dʒʊɹˈæsɪk', gb: 'dʒʊɹˈasɪk' },
  Kazakhstan: { us: 'kˌæzækstˈæn', gb: 'kˌazəkstˈɑːn' },
  Kyiv: 'kˈiːɪv',
  Laos: 'lˈaʊs',
  Lucas: 'lˈuːkəs',
  Macron: { us: 'məkɹˈoʊn', gb: 'makɹˈɒn' },
  Maldives: 'mˈɔːldiːvz',
  Mugabe: 'mʊɡˈɑːbi',
  Putin: 'pˈuːtɪn',
  Qatar: { us: 'kətˈɑːɹ', gb: 'katˈɑː' },
  Windsor: { us: 'wˈɪnzɚ', gb: 'wˈɪnzə' },
  Xi: 'ʃˈiː'
}
