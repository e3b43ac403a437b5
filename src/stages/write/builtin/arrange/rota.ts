/** Who speaks after whom. */
export interface Rota {
  /** In the show's order. */
  readonly hosts: readonly string[]
  readonly first: string
  /** Is there nobody to talk to? */
  readonly isAlone: boolean
  /** The host who speaks after this one: himself where he is alone. */
  after(host: string, turns?: number): string
}

export function createRota(hosts: readonly string[]): Rota {
  const [first = ''] = hosts
  return {
    hosts,
    first,
    isAlone: hosts.length === 1,
    after: (host, turns = 1) => hosts[(hosts.indexOf(host) + turns) % hosts.length] ?? first
  }
}
