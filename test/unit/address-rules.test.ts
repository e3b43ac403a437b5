import { describe, expect, test } from 'vitest'
import { isAllowedBy, parseAddressRule, parseAddressRules } from '../../src/domain/address-rules.ts'

describe('a rule', () => {
  test.each([
    ['nas.local', { kind: 'host', host: 'nas.local' }],
    [' NAS.Local. ', { kind: 'host', host: 'nas.local' }],
    ['bücher.example', { kind: 'host', host: 'xn--bcher-kva.example' }],
    ['192.168.1.20', { kind: 'host', host: '192.168.1.20' }],
    ['[fd00::7]', { kind: 'host', host: 'fd00::7' }],
    ['FD00:0::7', { kind: 'host', host: 'fd00::7' }],
    ['192.168.1.0/24', { kind: 'range', family: 'ipv4', address: '192.168.1.0', prefix: 24 }],
    ['fd00::/8', { kind: 'range', family: 'ipv6', address: 'fd00::', prefix: 8 }]
  ])('%s is read', (text, rule) => {
    expect(parseAddressRule(text)).toEqual(rule)
  })

  test.each([
    ['', 'is empty'],
    ['http://nas.local/feed', 'is a whole address, where its host alone is meant'],
    ['192.168.1.0/33', 'needs a whole number from 0 to 32 after the slash'],
    ['192.168.1.0/', 'needs a whole number from 0 to 32 after the slash'],
    ['fd00::/8/8', 'needs a whole number from 0 to 128 after the slash'],
    ['nas.local/24', 'has no address before the slash'],
    ['nas local', 'is neither a host nor a range'],
    ['nas.local:8080', 'is neither a host nor a range'],
    ['*.local', 'is neither a host nor a range']
  ])('"%s" is refused: it %s', (text, wrong) => {
    expect(() => parseAddressRules(['ok.local', text])).toThrow(
      `"${text}" ${wrong}: use a host such as nas.local, an address such as 192.168.1.20, or a range such as 192.168.1.0/24`
    )
  })

  test.each([
    [['192.168.1.0/24'], 'any.example', '192.168.1.77', true],
    [['192.168.1.0/24'], 'any.example', '192.168.2.77', false],
    [['0.0.0.0/0'], 'any.example', '::1', false],
    [['fd00::/8'], 'any.example', 'fd12::1', true],
    [['nas.local'], 'nas.local.', '10.0.0.1', true],
    [['nas.local'], 'evil-nas.local', '10.0.0.1', false],
    [['nas.local'], 'nas.local.evil.example', '10.0.0.1', false],
    [['127.0.0.1'], '127.0.0.1', '127.0.0.1', true],
    [['127.0.0.1'], 'rebinds.example', '127.0.0.1', false],
    [[], 'nas.local', '10.0.0.1', false]
  ])('%j opens %s at %s: %s', (rules, host, address, opens) => {
    expect(isAllowedBy(parseAddressRules(rules), host, address)).toBe(opens)
  })
})
