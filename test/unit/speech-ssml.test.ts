import { describe, expect, test } from 'vitest'
import { azureEndpoint } from '../../src/adapters/azure/azure-endpoint.ts'
import { describeVoice, idsOf } from '../../src/adapters/azure/azure-voice.ts'
import { buildSsml } from '../../src/adapters/azure/build-ssml.ts'
import { KNOWN_VOICES } from '../../src/adapters/azure/known-voices.ts'
import { parseVoiceList } from '../../src/adapters/azure/parse-voice-list.ts'
import { STYLES } from '../../src/domain/style.ts'
import type { SpeechRequest } from '../../src/stages/render/ports.ts'
import { readSsml } from '../helpers/speech-server.ts'

const HARPER = 'en-US-Harper:MAI-Voice-2'
const ETHAN = 'en-US-Ethan:MAI-Voice-2'
const GRANT = 'en-US-Grant:MAI-Voice-2'
const JENNY = 'en-US-JennyNeural'
const AVA = 'en-US-MultiTalker-Ava-Andrew:DragonHDLatestNeural@ava'
const HTTP = 'xmlns:mstts="http://www.w3.org/2001/mstts"'
const HTTPS = 'xmlns:mstts="https://www.w3.org/2001/mstts"'

const ssmlOf = (
  voice: string,
  request: Partial<SpeechRequest> = {},
  styles = KNOWN_VOICES.get(voice)
): string => buildSsml({ text: 'Good morning.', voice, speed: 1, ...request }, describeVoice(voice, styles))

const document = (namespace: string, name: string, inner: string, locale = 'en-US'): string =>
  `<speak version="1.0" xmlns="http://www.w3.org/2001/10/synthesis" ${namespace} xml:lang="${locale}">` +
  `<voice name="${name}">${inner}</voice></speak>`

describe('the whole document', () => {
  const TURN = '<mstts:dialog><mstts:turn speaker='
  const rows: [title: string, voice: string, request: Partial<SpeechRequest>, expected: string][] = [
    ['plain text', HARPER, {}, document(HTTP, HARPER, 'Good morning.')],
    [
      'a style as it is meant',
      HARPER,
      { style: 'excited' },
      document(
        HTTP,
        HARPER,
        '<mstts:express-as style="excited" styledegree="1">Good morning.</mstts:express-as>'
      )
    ],
    [
      'a style, stronger, and a pace within it',
      ETHAN,
      { style: 'whispering', intensity: 1.2345, speed: 1.075 },
      document(
        HTTP,
        ETHAN,
        '<mstts:express-as style="whispering" styledegree="1.23"><prosody rate="+7.5%">Good morning.</prosody></mstts:express-as>'
      )
    ],
    ['a style that Harper has not', HARPER, { style: 'fearful' }, document(HTTP, HARPER, 'Good morning.')],
    [
      'a voice without styles',
      GRANT,
      { style: 'happy', intensity: 2 },
      document(HTTP, GRANT, 'Good morning.')
    ],
    [
      'a slower pace',
      JENNY,
      { speed: 0.9 },
      document(HTTPS, JENNY, '<prosody rate="-10%">Good morning.</prosody>')
    ],
    [
      'the fastest that Azure takes',
      JENNY,
      { speed: 3 },
      document(HTTPS, JENNY, '<prosody rate="+100%">Good morning.</prosody>')
    ],
    [
      'one speaker of a multi-talker voice',
      AVA,
      { style: 'happy' },
      document(HTTPS, AVA.slice(0, -4), `${TURN}"ava">Good morning.</mstts:turn></mstts:dialog>`)
    ],
    [
      'the other, at a pace of his own',
      AVA.replace('@ava', '@andrew'),
      { speed: 1.1 },
      document(
        HTTPS,
        AVA.slice(0, -4),
        `${TURN}"andrew"><prosody rate="+10%">Good morning.</prosody></mstts:turn></mstts:dialog>`
      )
    ],
    [
      'phonemes where a voice takes them',
      JENNY,
      { text: 'In [Worcester](/wˈʊstɚ/) & [Bath](/bˈɑːθ/) today.' },
      document(
        HTTPS,
        JENNY,
        'In <phoneme alphabet="ipa" ph="wˈʊstɚ">Worcester</phoneme> &amp; <phoneme alphabet="ipa" ph="bˈɑːθ">Bath</phoneme> today.'
      )
    ],
    [
      'the word where it takes none',
      HARPER,
      { text: 'In [Worcester](/wˈʊstɚ/).' },
      document(HTTP, HARPER, 'In Worcester.')
    ],
    [
      'the locale of a name in small letters',
      'en-gb-SoniaNeural',
      {},
      document(HTTPS, 'en-gb-SoniaNeural', 'Good morning.', 'en-GB')
    ]
  ]
  test.each(rows)('%s', (_title, voice, request, expected) => {
    expect(ssmlOf(voice, request)).toBe(expected)
  })
})

describe('hostile text stays text', () => {
  test.each([
    [
      'a closing tag',
      'So </voice></speak><audio src="http://evil/"/> there.',
      'So &lt;/voice&gt;&lt;/speak&gt;&lt;audio src=&quot;http://evil/&quot;/&gt; there.'
    ],
    ['an entity', '&lt;break/&gt; &#x3c; ]]>', '&amp;lt;break/&amp;gt; &amp;#x3c; ]]&gt;'],
    ['quotes', `"it's"`, '&quot;it&apos;s&quot;'],
    ['characters that XML has not', 'a\u0000b\u0008c\u001bd\ufffee\uffff\ud800f', 'abcdef'],
    ['lines', 'one\r\n\ttwo', 'one two']
  ])('%s', (_title, text, expected) => {
    const ssml = ssmlOf(ETHAN, { text, style: 'happy' })
    expect(ssml).toBe(
      document(HTTP, ETHAN, `<mstts:express-as style="happy" styledegree="1">${expected}</mstts:express-as>`)
    )
    expect(readSsml(ssml)).not.toBeNull()
  })

  test('in phonemes too', () => {
    const ssml = ssmlOf(JENNY, { text: 'x [a<b](/"><audio src=1>/) y' })
    expect(ssml).toContain('<phoneme alphabet="ipa" ph="&quot;&gt;&lt;audio src=1&gt;">a&lt;b</phoneme>')
  })

  test('and in the name of a voice', () => {
    expect(ssmlOf('x"><break/>')).toContain('<voice name="x&quot;&gt;&lt;break/&gt;">')
  })
})

describe('voices', () => {
  test('the known ones have the styles of Azure’s table: all 18, Harper without four, Grant, Iris and Jasper none', () => {
    expect(KNOWN_VOICES.get(ETHAN)).toEqual(STYLES)
    expect(STYLES.filter(style => !KNOWN_VOICES.get(HARPER)?.includes(style))).toEqual([
      'disgusted',
      'fearful',
      'jealous',
      'surprised'
    ])
    for (const name of ['Grant', 'Iris', 'Jasper'])
      expect(KNOWN_VOICES.get(`en-US-${name}:MAI-Voice-2`)).toEqual([])
  })

  test('the first two are a woman and a man of MAI-Voice-2', () => {
    expect([...KNOWN_VOICES.keys()].slice(0, 2)).toEqual([HARPER, ETHAN])
  })

  test('a multi-talker voice is addressed by its speakers', () => {
    expect(idsOf('en-US-MultiTalker-Ava-Steffan:DragonHDLatestNeural')).toEqual([
      'en-US-MultiTalker-Ava-Steffan:DragonHDLatestNeural@ava',
      'en-US-MultiTalker-Ava-Steffan:DragonHDLatestNeural@steffan'
    ])
    expect(idsOf(JENNY)).toEqual([JENNY])
  })

  test('a region’s list is read with its styles; where it gives none, those that are known hold', () => {
    const list = [
      { ShortName: JENNY, StyleList: ['newscast', 'sad', 7] },
      { ShortName: HARPER },
      { ShortName: AVA.slice(0, -4) },
      { ShortName: 'a"b' },
      { Name: 'no short name' },
      null
    ]
    expect([...(parseVoiceList(JSON.stringify(list)) ?? [])]).toEqual([
      [JENNY, ['newscast', 'sad']],
      [HARPER, KNOWN_VOICES.get(HARPER)],
      [AVA, []],
      [AVA.replace('@ava', '@andrew'), []]
    ])
  })

  test.each(['', '{}', '[]', '<html>', '[{"ShortName":5}]'])('%j is no list of voices', text => {
    expect(parseVoiceList(text)).toBeNull()
  })
})

test('a region has its own address and name, an endpoint of one’s own another', () => {
  const region = azureEndpoint('swedencentral')
  expect([region.base.href, region.name]).toEqual([
    'https://swedencentral.tts.speech.microsoft.com/',
    'azure-swedencentral'
  ])
  const own = azureEndpoint('swedencentral', 'https://speech.example/')
  expect(own.base.href).toBe('https://speech.example/')
  expect(own.name).toMatch(/^azure-[0-9a-f]{16}$/)
})
