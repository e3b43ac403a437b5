import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { decodeText } from '../../src/adapters/charset/decode-text.ts'

const bytesOf = (text: string, charset: string, addBOM = false): Buffer =>
  iconv.encode(text, charset, { addBOM })
const declared = (charset: string, body: string): string =>
  `<?xml version="1.0" encoding="${charset}"?><t>${body}</t>`

describe('decoding', () => {
  test.each([
    [
      'a UTF-8 mark',
      bytesOf('<t>Zürich</t>', 'utf-8', true),
      'text/xml; charset=iso-8859-1',
      '<t>Zürich</t>'
    ],
    [
      'a UTF-16LE mark',
      bytesOf('<t>Zürich</t>', 'utf-16le', true),
      'text/xml; charset=utf-8',
      '<t>Zürich</t>'
    ],
    ['a UTF-16BE mark', bytesOf('<t>Zürich</t>', 'utf-16be', true), null, '<t>Zürich</t>'],
    ['a UTF-32LE mark', bytesOf('<t>Zürich</t>', 'utf-32le', true), null, '<t>Zürich</t>'],
    ['UTF-16LE without a mark', bytesOf('<t>Zürich</t>', 'utf-16le'), null, '<t>Zürich</t>'],
    ['UTF-16BE without a mark', bytesOf('<t>Zürich</t>', 'utf-16be'), null, '<t>Zürich</t>'],
    [
      'valid UTF-8, whatever the header says',
      Buffer.from('<t>Zürich</t>'),
      'text/xml; charset=iso-8859-1',
      '<t>Zürich</t>'
    ],
    [
      'valid UTF-8, whatever it declares',
      Buffer.from(declared('windows-1252', 'Zürich')),
      null,
      declared('windows-1252', 'Zürich')
    ],
    [
      "the header's charset",
      bytesOf('<t>Привет</t>', 'windows-1251'),
      'text/xml; charset=windows-1251',
      '<t>Привет</t>'
    ],
    [
      "the header's charset in quotes",
      bytesOf('<t>Привет</t>', 'koi8-r'),
      'text/xml; charset="KOI8-R"',
      '<t>Привет</t>'
    ],
    [
      'the header before the declaration',
      bytesOf(declared('koi8-r', 'Привет'), 'windows-1251'),
      'text/xml; charset=windows-1251',
      declared('koi8-r', 'Привет')
    ],
    [
      'the declaration where the header is silent',
      bytesOf(declared('windows-1251', 'Привет'), 'windows-1251'),
      'text/xml',
      declared('windows-1251', 'Привет')
    ],
    [
      'the declaration where the header names nonsense',
      bytesOf(declared('shift_jis', '日本'), 'shift_jis'),
      'text/xml; charset=x-nonsense',
      declared('shift_jis', '日本')
    ],
    [
      'windows-1252 where nothing is known',
      bytesOf('<t>“Zürich”</t>', 'windows-1252'),
      null,
      '<t>“Zürich”</t>'
    ],
    [
      'windows-1252 where ISO-8859-1 is said',
      bytesOf('<t>“Zürich”</t>', 'windows-1252'),
      'text/xml; charset=ISO-8859-1',
      '<t>“Zürich”</t>'
    ],
    [
      'windows-1252 where a UTF-16 label cannot be true',
      bytesOf(declared('utf-16', 'Zürich'), 'windows-1252'),
      null,
      declared('utf-16', 'Zürich')
    ],
    [
      'ISO-2022-JP, which passes for ASCII',
      Buffer.from('\u001b$B$"\u001b(B', 'latin1'),
      'text/xml; charset=iso-2022-jp',
      'あ'
    ],
    ['UTF-32LE without a mark', bytesOf('<t>Zürich</t>', 'utf-32le'), null, '<t>Zürich</t>'],
    ['UTF-32BE without a mark', bytesOf('<t>Zürich</t>', 'utf-32be'), null, '<t>Zürich</t>'],
    [
      'UTF-16 without a mark, whatever the header says',
      bytesOf(declared('utf-16', 'Zürich'), 'utf-16be'),
      'text/xml; charset=utf-8',
      declared('utf-16', 'Zürich')
    ],
    [
      'a declaration in single quotation marks and capitals',
      bytesOf("<?XML version='1.0' ENCODING='KOI8-R'?><t>Привет</t>", 'koi8-r'),
      null,
      "<?XML version='1.0' ENCODING='KOI8-R'?><t>Привет</t>"
    ],
    [
      'UTF-7, which passes for ASCII',
      Buffer.from(declared('utf-7', 'Z+APw-rich')),
      null,
      declared('utf-7', 'Zürich')
    ],
    [
      'ISO-2022-JP that nobody declares',
      Buffer.from('<t>\u001b$B$"\u001b(B</t>', 'latin1'),
      null,
      '<t>あ</t>'
    ],
    [
      'ISO-2022-KR, by its escape',
      Buffer.from('\u001b$)C<t>\u000eGQ19\u000f!</t>', 'latin1'),
      'text/xml; charset=iso-2022-kr',
      '<t>한국!</t>'
    ],
    [
      'HZ, which passes for ASCII',
      Buffer.from(declared('hz-gb-2312', '~{VPND~} ~~ ~{VP\n!')),
      null,
      declared('hz-gb-2312', '中文 ~ 中\n!')
    ],
    [
      "a standard's name with its year",
      bytesOf(declared('ISO_8859-7:1987', 'Ελλάδα'), 'iso-8859-7'),
      null,
      declared('ISO_8859-7:1987', 'Ελλάδα')
    ],
    ['GB 2312', bytesOf(declared('gb2312', '日本'), 'gbk'), null, declared('gb2312', '日本')],
    ['Big5', bytesOf(declared('big5', '日本'), 'big5'), null, declared('big5', '日本')],
    ['EUC-KR', bytesOf(declared('euc-kr', '한국'), 'euc-kr'), null, declared('euc-kr', '한국')],
    [
      "a name of Python's for Shift_JIS",
      bytesOf(declared('shift_jisx0213', '日本'), 'shift_jis'),
      null,
      declared('shift_jisx0213', '日本')
    ],
    [
      'the declaration where the header wrongly says UTF-8',
      bytesOf(declared('windows-1251', 'Привет'), 'windows-1251'),
      'text/xml; charset=utf-8',
      declared('windows-1251', 'Привет')
    ],
    [
      'UTF-8 with one bad byte',
      Buffer.concat([Buffer.from('<t>Zürich, Köln, '), Buffer.from([0xff]), Buffer.from('</t>')]),
      null,
      '<t>Zürich, Köln, \ufffd</t>'
    ],
    ['UTF-8 that was cut within a character', Buffer.from('<t>Zü').subarray(0, -1), null, '<t>Z']
  ])('takes %s', (_what, bytes, contentType, text) => {
    expect(decodeText(bytes, contentType)).toBe(text)
  })

  test('drops the characters that XML forbids, and keeps tabs, line ends and emoji', () => {
    expect(decodeText(Buffer.from('a\u0000\u0008b\tc\nd\r\u001f\ufffe😀'), null)).toBe('ab\tc\nd\r😀')
  })

  const ebcdic = (hex: string): Buffer => Buffer.from(hex.replaceAll(' ', ''), 'hex')
  const declaration = (quote: string, digits: string): string =>
    `4c6fa79493 40 8595839684899587 7e ${quote} 8397 ${digits} ${quote} 6f6e`

  test.each([
    ['cp037', declaration('7f', 'f0f3f7'), '4ce36ee9dc4ba5', '<?xml encoding="cp037"?><T>Zü.v'],
    ['cp500', declaration('7f', 'f5f0f0'), '4ce36e4f4a', '<?xml encoding="cp500"?><T>!['],
    ['cp1140', declaration('7f', 'f1f1f4f0'), '4ce36e9f', '<?xml encoding="cp1140"?><T>€'],
    [
      'cp1026, where quotation marks differ',
      declaration('fc', 'f1f0f2f6'),
      '4ce36eaf',
      '<?xml encoding="cp1026"?><T>®'
    ],
    [
      'cp500 by the name of a country',
      '4c6fa79493 40 8595839684899587 7e 7f 8582838489836083976082857f 6f6e',
      '4ce36e4f4a',
      '<?xml encoding="ebcdic-cp-be"?><T>!['
    ],
    ['a page that there is not', declaration('7f', 'f9f9f9'), '4ce36e4f', '<?xml encoding="cp999"?><T>|']
  ])('reads EBCDIC of code page %s', (_page, head, rest, text) => {
    expect(decodeText(ebcdic(head + rest), 'text/xml; charset=utf-8')).toBe(text)
  })

  test('makes nothing of nothing', () => {
    expect(decodeText(new Uint8Array(), null)).toBe('')
  })
})
