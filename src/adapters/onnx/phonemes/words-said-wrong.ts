import type { Sound } from './accent.ts'

/**
 * Words that espeak-ng (phonemizer 1.2.1) says wrong wherever they stand: found by comparing it with the CMU Pronouncing
 * Dictionary over the 9,000 most frequent words and those of news articles.
 */
export const WORDS_SAID_WRONG: Readonly<Record<string, Sound>> = {
  'a-ha': 'ɑːhˈɑː',
  advance: { us: 'ɐdvˈæns', gb: 'ɐdvˈɑːns' },
  advanced: { us: 'ɐdvˈænst', gb: 'ɐdvˈɑːnst' },
  advances: { us: 'ɐdvˈænsᵻz', gb: 'ɐdvˈɑːnsɪz' },
  advantage: { us: 'ɐdvˈæntɪdʒ', gb: 'ɐdvˈɑːntɪdʒ' },
  celebs: 'səlˈɛbz',
  ceremony: { us: 'sˈɛɹəmˌoʊni', gb: 'sˈɛɹɪməni' },
  coup: 'kˈuː',
  coups: 'kˈuːz',
  covert: { us: 'kˈoʊvɜːt', gb: 'kˈʌvət' },
  delegates: 'dˈɛlɪɡəts',
  distribute: 'dɪstɹˈɪbjuːt',
  distributed: { us: 'dɪstɹˈɪbjuːɾᵻd', gb: 'dɪstɹˈɪbjuːtɪd' },
  distributes: 'dɪstɹˈɪbjuːts',
  faced: 'fˈeɪst',
  fundraising: 'fˈʌndɹeɪzɪŋ',
  gonna: { us: 'ɡˈɔnə', gb: 'ɡˈɒnə' },
  husband: 'hˈʌzbənd',
  husbands: 'hˈʌzbəndz',
  interference: { us: 'ˌɪntɚfˈɪɹəns', gb: 'ˌɪntəfˈiəɹəns' },
  internship: 'ˈɪntɜːnʃˌɪp',
  internships: 'ˈɪntɜːnʃˌɪps',
  islamist: 'ˈɪzləmɪst',
  islamists: 'ˈɪzləmɪsts',
  kokoro: { us: 'kˈoʊkəɹoʊ', gb: 'kˈəʊkəɹəʊ' },
  lesbian: 'lˈɛzbiən',
  missus: 'mˈɪsɪz',
  niche: 'nˈiːʃ',
  niches: { us: 'nˈiːʃᵻz', gb: 'nˈiːʃɪz' },
  premiere: { us: 'pɹəmˈɪɹ', gb: 'pɹˈɛmieə' },
  reggae: 'ɹˈɛɡeɪ',
  rehab: { us: 'ɹˈiːhæb', gb: 'ɹˈiːhab' },
  resides: { us: 'ɹᵻzˈaɪdz', gb: 'ɹɪzˈaɪdz' },
  sharia: { us: 'ʃɚɹˈiːə', gb: 'ʃəɹˈiːə' },
  testimony: { us: 'tˈɛstəmˌoʊni', gb: 'tˈɛstɪməni' },
  trustee: 'tɹʌstˈiː',
  trustees: 'tɹʌstˈiːz',
  yeah: 'jˈɛə'
}
