/** Where a page is: what its path has before the page's own path, and the way from it to where all pages are. */
export function placeOf(path: string, own: string): { before: string; root: string } {
  if (own === '/' && !path.endsWith('/')) return { before: path, root: `./${path.split('/').at(-1)}/` }
  const depth = own.split('/').length - 2
  return {
    before: path.endsWith(own) ? path.slice(0, path.length - own.length) : '',
    root: depth === 0 ? './' : '../'.repeat(depth)
  }
}
