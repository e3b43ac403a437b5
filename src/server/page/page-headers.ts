/** Nothing from elsewhere, nothing inline; addresses may hold a listener's token, so they are not passed on. */
export const PAGE_HEADERS = {
  'content-security-policy':
    "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'self'; script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cache-control': 'private, no-cache',
  vary: 'Accept-Encoding'
}
