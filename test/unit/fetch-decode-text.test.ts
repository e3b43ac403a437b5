import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { decodeText } from '../../src/stages/fetch/decode-text.ts'

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
    ]
  ])('takes %s', (_what, bytes, contentType, text) => {
    expect(decodeText(bytes, contentType)).toBe(text)
  })

  test('drops the characters that XML forbids, and keeps tabs, line ends and emoji', () => {
    expect(decodeText(Buffer.from('a\u0000\u0008b\tc\nd\r\u001f\ufffe😀'), null)).toBe('ab\tc\nd\r😀')
  })

  test('makes nothing of nothing', () => {
    expect(decodeText(new Uint8Array(), null)).toBe('')
  })
})
