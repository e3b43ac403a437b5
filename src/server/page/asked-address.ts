/** The address that a listener asked by its Host header, as far as it is one; else null. */
export const askedAddress = (host = ''): string | null =>
  /^(?:[a-z0-9.-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i.test(host) ? `http://${host}` : null
