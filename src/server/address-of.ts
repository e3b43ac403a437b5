import { isIPv6 } from 'node:net'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'

/**
 * Who asks, for limits: one IPv4 address or one IPv6 network of 64 bits. Behind proxies of one's own
 * it is what the outermost of them wrote down; what stands before that anyone can have made up.
 */
export function addressOf(context: Context, proxies: number): string {
  const forwarded = (context.req.header('x-forwarded-for') ?? '').split(',').map(part => part.trim())
  const told = proxies > 0 ? forwarded.at(-proxies) : undefined
  return networkOf(told || (getConnInfo(context).remote.address ?? ''))
}

/** IPv4 that came over an IPv6 socket counts as IPv4. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
  if (!isIPv6(plain)) return plain
  const [head = '', tail] = plain.split('::')
  const front = head === '' ? [] : head.split(':')
  const back = tail === undefined || tail === '' ? [] : tail.split(':')
  const middle =
    tail === undefined ? [] : Array<string>(Math.max(0, 8 - front.length - back.length)).fill('0')
  return [...front, ...middle, ...back]
    .slice(0, 4)
    .map(group => group.toLowerCase().replace(/^0+(?=.)/, ''))
    .join(':')
}
