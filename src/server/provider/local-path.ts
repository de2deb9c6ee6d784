/**
 * A path of the room, with its query, as a page asked to be brought back to; `/` for anything else, so that no link leads
 * through a sign-in to another site.
 */
export function localPath(text: string): string {
  if (!/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(text)) return '/'
  const here = 'http://room.invalid'
  const url = URL.parse(text, here)
  if (url === null || url.origin !== here || url.pathname.startsWith('//')) return '/'
  return /^\/(?:api|published)(?:\/|$)/.test(url.pathname) ? '/' : `${url.pathname}${url.search}`
}
