/** The address of a path of the API below a server's address, with or without its /v1. */
export function apiUrl(base: string, path: string): URL {
  const url = new URL(base)
  const root = url.pathname.replace(/\/+$/, '').replace(/\/audio\/speech$/, '')
  url.pathname = `${/\/v\d+$/.test(root) ? root : `${root}/v1`}/${path}`
  url.hash = ''
  return url
}

/** Where a FastAPI server describes itself: beside its /v1. */
export function descriptionUrl(base: string): URL {
  const url = apiUrl(base, '')
  url.pathname = url.pathname.replace(/\/v\d+\/$/, '/openapi.json')
  return url
}
