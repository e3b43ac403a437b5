import { lookup } from 'node:dns'
import type { LookupAddress } from 'node:dns'
import type { LookupFunction } from 'node:net'
import { isPublicAddress } from './public-address.ts'

/** The name resolves, but only to addresses that may not be asked. */
export class PrivateAddressError extends Error {
  override readonly name = 'PrivateAddressError'

  constructor(readonly addresses: string[]) {
    super(`resolves to ${addresses.join(', ')}`)
  }
}

/**
 * A `lookup` for node:http that keeps only public addresses, so that the address checked is the address connected to.
 * Node does not call it for a literal address: check those with `isPublicAddress`.
 */
export const guardedLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, found) => {
    if (error) return callback(error, [])
    const open = found.filter(({ address }) => isPublicAddress(address))
    if (open.length === 0) return callback(new PrivateAddressError(found.map(({ address }) => address)), [])
    answer(open, options.all === true, callback)
  })
}

function answer(found: LookupAddress[], all: boolean, callback: Parameters<LookupFunction>[2]): void {
  const [first] = found
  if (all || first === undefined) callback(null, found)
  else callback(null, first.address, first.family)
}
