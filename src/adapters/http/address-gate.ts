import { isAllowedBy, plainHost } from '../../domain/address-rules.ts'
import type { AddressRule } from '../../domain/address-rules.ts'
import type { FetchOptions } from '../../stages/fetch/fetch-ports.ts'
import { isPublicAddress } from './public-address.ts'

/** May this address be connected to, which a host's name leads to, or is? */
export type AddressGate = (host: string, address: string) => boolean

/** Public addresses, and of the private ones those that a rule or the call opens. `start`: as it was asked for. */
export function createAddressGate(
  allow: readonly AddressRule[],
  start: URL,
  { allowPrivateAddresses, isOwnHost = false }: FetchOptions
): AddressGate {
  if (allowPrivateAddresses) return () => true
  const own: AddressRule[] = isOwnHost ? [{ kind: 'host', host: plainHost(start.hostname) }] : []
  const rules = [...allow, ...own]
  return (host, address) => isPublicAddress(address) || isAllowedBy(rules, host, address)
}
