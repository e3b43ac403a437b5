import type { LookupAddress } from 'node:dns'
import { lookup } from 'node:dns/promises'
import type { LookupFunction } from 'node:net'
import type { AddressGate } from './address-gate.ts'

/** Every address that a name leads to. */
export type ResolveName = (host: string) => Promise<LookupAddress[]>

export const resolveName: ResolveName = host => lookup(host, { all: true })

/** The name resolves, but only to addresses that may not be asked. */
export class PrivateAddressError extends Error {
  override readonly name = 'PrivateAddressError'

  constructor(readonly addresses: string[]) {
    super(`resolves to ${addresses.join(', ')}`)
  }
}

async function openAddresses(
  host: string,
  gate: AddressGate,
  resolve: ResolveName
): Promise<LookupAddress[]> {
  const found = await resolve(host)
  const open = found.filter(({ address }) => gate(host, address))
  if (open.length > 0) return open
  throw new PrivateAddressError(found.map(({ address }) => address))
}

/**
 * A `lookup` for node:http that keeps only the addresses that the gate opens, so that the address checked is the
 * address connected to. Node does not call it for a literal address: check those beforehand.
 */
export const guardedLookup =
  (gate: AddressGate, resolve: ResolveName): LookupFunction =>
  (hostname, options, callback) => {
    openAddresses(hostname, gate, resolve).then(
      open => answer(open, options.all === true, callback),
      (error: NodeJS.ErrnoException) => callback(error, [])
    )
  }

function answer(found: LookupAddress[], all: boolean, callback: Parameters<LookupFunction>[2]): void {
  const [first] = found
  if (all || first === undefined) callback(null, found)
  else callback(null, first.address, first.family)
}
