import { expect, test } from 'vitest'
import { fliteArgs } from '../../src/adapters/flite/flite-args.ts'
import { toFliteText } from '../../src/adapters/flite/flite-text.ts'

test.each([
  ['Łódź and Århus', 'Lodz and Arhus'],
  ['“It’s over” — he said', '"It\'s over" , he said'],
  ['Straße, Þór, Đà Nẵng', 'Strasse, Thor, Da Nang'],
  ['- and so on', 'and so on'],
  ['-voice kal', 'voice kal'],
  ['tabs\tand\u0000nulls\nhere', 'tabs and nulls here'],
  ['北京', '']
])('%j reaches Flite as %j', (text, plain) => {
  expect(toFliteText(text)).toBe(plain)
})

test.each([
  ['rms', 1.25, 'duration_stretch=0.8000'],
  ['kal16', 1, 'duration_stretch=1.2000'],
  ['slt', 1, 'duration_stretch=1.1000 --setf int_f0_target_stddev=45.0']
])('%s at speed %s gets %s, and the text as one argument', (voice, speed, settings) => {
  const args = fliteArgs({ text: 'Good morning -o x', voice, speed })
  expect(args.slice(0, -2).join(' ')).toBe(`-voice ${voice} --setf ${settings}`)
  expect(args.slice(-2)).toEqual(['-t', 'Good morning -o x'])
})

test.each([
  [{ voice: '/etc/passwd' }, 'unknown voice "/etc/passwd": Flite has awb, kal16, rms, slt'],
  [{ speed: 0 }, 'speed 0 is out of range: use 0.5 to 2'],
  [{ speed: Number.NaN }, 'speed NaN is out of range'],
  [{ text: '北京' }, 'nothing to say in "北京"'],
  [{ text: 'word '.repeat(1000) }, '4999 characters are too many']
])('%j is refused', (change, message) => {
  expect(() => fliteArgs({ text: 'Hello.', voice: 'slt', speed: 1, ...change })).toThrow(message)
})
