import { expect, test } from 'vitest'
import {
  codeOf,
  explainNetworkFailure,
  explainStatus,
  shownUrl
} from '../../src/adapters/models/explain-failure.ts'
import { redirectTarget } from '../../src/adapters/models/open-download.ts'
import { beginsAsWebPage, planAnswer, type AnswerHead } from '../../src/adapters/models/plan-answer.ts'

const url = new URL('https://me:secret@host.example/owner/name/model.onnx?token=1')
const file = { path: 'model.onnx', source: 'model.onnx', bytes: 100, sha256: 'a'.repeat(64) }

test.each([
  ['a CDN', 'https://cdn.example/x', 'https://cdn.example/x'],
  ['a path of the same host', '/y', 'https://me:secret@host.example/y']
])('a redirect to %s is followed', (_title, location, to) => {
  expect(redirectTarget(url, 302, location).href).toBe(to)
})

test.each([
  ['from https to http', 'http://cdn.example/x', /redirects to http:\/\/cdn\.example; from https only https/],
  ['to a file', 'file:///etc/passwd', /redirects to file:/],
  ['to nowhere', null, /answered 302 without a usable new address/],
  ['to no address', 'https://', /without a usable new address/]
])('a redirect %s is not followed, and the message keeps the password', (_title, location, says) => {
  expect(() => redirectTarget(url, 302, location)).toThrow(says)
  expect(() => redirectTarget(url, 302, location)).not.toThrow(/secret/)
})

test('an http mirror of a home network may redirect within http', () => {
  const mirror = new URL('http://10.0.0.2/x')
  expect(redirectTarget(mirror, 307, 'http://10.0.0.3/x').href).toBe('http://10.0.0.3/x')
})

const head = (change: Partial<AnswerHead>): AnswerHead => ({
  status: 200,
  contentType: 'application/octet-stream',
  contentEncoding: null,
  contentLength: null,
  contentRange: null,
  ...change
})

test.each<[string, Partial<AnswerHead>, number, number]>([
  ['the whole file, of the right length', { contentLength: '100' }, 0, 0],
  ['the whole file, of an unknown length', {}, 0, 0],
  ['the whole file, though a part was asked for', { contentLength: '100' }, 40, 0],
  ['the rest', { status: 206, contentLength: '60', contentRange: 'bytes 40-99/100' }, 40, 40],
  ['the rest of an unknown whole', { status: 206, contentRange: 'bytes 40-99/*' }, 40, 40]
])('an answer with %s is taken', (_title, change, offset, start) => {
  expect(planAnswer(url, head(change), file, offset)).toBe(start)
})

test.each<[string, Partial<AnswerHead>, { message: RegExp; retryable: boolean; discard: boolean }]>([
  [
    'a file of another length',
    { contentLength: '99' },
    { message: /it has 99 bytes, and model\.onnx has 100/, retryable: false, discard: true }
  ],
  [
    'a part of a file of another length',
    { status: 206, contentRange: 'bytes 40-98/99' },
    { message: /it has 99 bytes/, retryable: false, discard: true }
  ],
  [
    'another part',
    { status: 206, contentRange: 'bytes 0-99/100' },
    { message: /another part/, retryable: true, discard: true }
  ],
  [
    'a part that it does not name',
    { status: 206 },
    { message: /another part/, retryable: true, discard: true }
  ],
  ['no such part', { status: 416 }, { message: /nothing from byte 40 on/, retryable: true, discard: true }],
  ['a web page', { contentType: 'text/html' }, { message: /web page/, retryable: false, discard: true }],
  ['a packed body', { contentEncoding: 'br' }, { message: /packed as br/, retryable: false, discard: false }]
])('an answer with %s is refused', (_title, change, { message, ...facts }) => {
  const plan = () => planAnswer(url, head(change), file, 40)
  expect(plan).toThrow(message)
  expect(plan).toThrow(expect.objectContaining(facts))
})

test.each([
  ['<!DOCTYPE html><p>', true],
  ['\r\n  <html lang="en">', true],
  ['<?xml version="1.0"?>', false],
  ['{"a": "<html>"}', false]
])('%j begins as a web page: %s', (text, is) => {
  expect(beginsAsWebPage(Buffer.from(text))).toBe(is)
})

test.each([
  [401, false],
  [403, false],
  [404, false],
  [408, true],
  [418, false],
  [429, true],
  [500, true],
  [503, true]
])(
  'after a %i another try may help: %s; the message names the address without its secrets',
  (status, retryable) => {
    const explained = explainStatus(url, status)
    expect(explained.retryable).toBe(retryable)
    expect(explained.says).toMatch(
      new RegExp(`^https://host\\.example/owner/name/model\\.onnx answered ${status}: `)
    )
  }
)

test('an address is shown without its name, password and token', () => {
  expect(shownUrl(url)).toBe('https://host.example/owner/name/model.onnx')
})

const withCode = (code: string) => Object.assign(new Error('system'), { code })

test.each<[string, unknown, RegExp, boolean]>([
  ['a name that nobody has', withCode('ENOTFOUND'), /cannot be reached.*--from FOLDER.*HF_ENDPOINT/, true],
  ['a connection that takes too long', withCode('UND_ERR_CONNECT_TIMEOUT'), /cannot be reached/, true],
  ['a connection that ends', withCode('UND_ERR_SOCKET'), /closed the connection/, true],
  ['a certificate of its own', withCode('SELF_SIGNED_CERT_IN_CHAIN'), /NODE_EXTRA_CA_CERTS/, false]
])('%s is explained', (_title, cause, says, retryable) => {
  const explained = explainNetworkFailure(url, new TypeError('fetch failed', { cause }))
  expect(explained.says).toMatch(says)
  expect(explained.retryable).toBe(retryable)
})

test.each([
  ['its own', withCode('ENOSPC'), 'ENOSPC'],
  ['that of its cause', new Error('outer', { cause: withCode('EPIPE') }), 'EPIPE'],
  ['that of the first of several', new AggregateError([withCode('ECONNREFUSED')]), 'ECONNREFUSED'],
  ['what its cause says', new Error('outer', { cause: new Error('bad port') }), 'bad port'],
  ['itself', 'text', 'text']
])('the code of an error is %s', (_title, error, code) => {
  expect(codeOf(error)).toBe(code)
})
