/** Code page 37 from 0x40 on; Python's codecs say the same. */
const CP037 =
  ' \u00a0âäàáãåçñ¢.<(+|&éêëèíîïìß!$*);¬-/ÂÄÀÁÃÅÇÑ¦,%_>?øÉÊËÈÍÎÏÌ`:#@\'="' +
  'Øabcdefghi«»ðýþ±°jklmnopqrªºæ¸Æ¤µ~stuvwxyz¡¿ÐÝÞ®^£¥·©§¶¼½¾[]¯¨´×' +
  '{ABCDEFGHI\u00adôöòóõ}JKLMNOPQR¹ûüùúÿ\\÷STUVWXYZ²ÔÖÒÓÕ0123456789³ÛÜÙÚ\u009f'

/** Where other code pages differ from it: from which byte on, and what stands there. */
const DIFFERENCES: Record<string, [from: number, characters: string][]> = {
  cp037: [],
  cp500: [
    [0x4a, '['],
    [0x4f, '!'],
    [0x5a, ']'],
    [0x5f, '^'],
    [0xb0, '¢'],
    [0xba, '¬|']
  ],
  cp1140: [[0x9f, '€']],
  cp1026: [
    [0x48, '{'],
    [0x4a, 'Ç'],
    [0x4f, '!'],
    [0x5a, 'Ğİ'],
    [0x5f, '^'],
    [0x68, '['],
    [0x6a, 'ş'],
    [0x79, 'ı'],
    [0x7b, 'ÖŞ'],
    [0x7f, 'Ü'],
    [0x8c, '}`¦'],
    [0xa1, 'ö'],
    [0xac, ']$@'],
    [0xb0, '¢'],
    [0xba, '¬|'],
    [0xc0, 'ç'],
    [0xcc, '~'],
    [0xd0, 'ğ'],
    [0xdc, '\\'],
    [0xe0, 'ü'],
    [0xec, '#'],
    [0xfc, '"']
  ],
  cp424: [
    [0x41, 'אבגדהוזחט'],
    [0x51, 'יךכלםמןנס'],
    [0x62, 'עףפץצקרש'],
    [0x70, '�ת��\u00a0���‗'],
    [0x80, '�'],
    [0x8c, '���'],
    [0x9a, '���'],
    [0x9e, '�'],
    [0xaa, '�����'],
    [0xcb, '�����'],
    [0xdb, '�����'],
    [0xeb, '�����'],
    [0xfb, '����']
  ],
  cp875: [
    [0x41, 'ΑΒΓΔΕΖΗΘΙ['],
    [0x4f, '!'],
    [0x51, 'ΚΛΜΝΞΟΠΡΣ]'],
    [0x5f, '^'],
    [0x62, 'ΤΥΦΧΨΩΪΫ|'],
    [0x70, '¨ΆΈΉ\u00a0ΊΌΎΏ'],
    [0x80, '΅'],
    [0x8a, 'αβγδεζ'],
    [0x9a, 'ηθικλμ´'],
    [0xaa, 'νξοπρσ£άέήϊίόύϋώςτυφχψ'],
    [0xcb, 'ωΐΰ‘―'],
    [0xda, '±½\u001a·’¦'],
    [0xe1, '\u001a'],
    [0xeb, '§\u001a\u001a«¬'],
    [0xfb, '©\u001a\u001a»']
  ]
}

const LINE_ENDS: Record<number, string> = { 0x05: '\t', 0x0d: '\r', 0x15: '\n', 0x25: '\n' }

const START_OF_DECLARATION = [0x4c, 0x6f, 0xa7, 0x94]

function codesOf(page: string): Uint16Array {
  const table = Array.from({ length: 256 }, (_, byte) => LINE_ENDS[byte] ?? CP037[byte - 0x40] ?? ' ')
  for (const [from, characters] of DIFFERENCES[page] ?? [])
    table.splice(from, characters.length, ...characters)
  return Uint16Array.from(table, character => character.charCodeAt(0))
}

function decodeWith(bytes: Uint8Array, page: string): string {
  const codes = codesOf(page)
  const wide = Uint16Array.from(bytes, byte => codes[byte] ?? 0x20)
  return new TextDecoder('utf-16le').decode(wide)
}

/** The names of RFC 1345 that differ from code page 37. */
const PAGES_BY_COUNTRY: Record<string, string> = { be: '500', ch: '500', he: '424' }

/** IBM1140, cp037 and ebcdic-cp-be are names of such pages: the digits tell which, or the country. */
function pageOf(declared: string): string {
  const country = /^ebcdic[-_]cp[-_]([a-z]{2})$/i.exec(declared)?.[1]?.toLowerCase() ?? ''
  const digits = /(\d{2,4})$/.exec(declared)?.[1] ?? PAGES_BY_COUNTRY[country] ?? '037'
  const page = `cp${digits.padStart(3, '0')}`
  return Object.hasOwn(DIFFERENCES, page) ? page : 'cp037'
}

/** Quotation marks differ between pages, so whatever stands around the name is passed over. */
const DECLARED = /^<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}[^\w]?([\w.:-]{1,40})/i

/** Text in one of the EBCDIC code pages; null where the bytes do not begin with an XML declaration in EBCDIC. */
export function decodeEbcdic(bytes: Uint8Array): string | null {
  if (!START_OF_DECLARATION.every((byte, at) => bytes[at] === byte)) return null
  const head = decodeWith(bytes.subarray(0, 300), 'cp037')
  return decodeWith(bytes, pageOf(DECLARED.exec(head)?.[1] ?? ''))
}
