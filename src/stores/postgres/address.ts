/** Where a database is, in words for people: host, port and name of the database, without user and password. */
export function placeOf(url: string): string {
  const parsed = URL.parse(url)
  return parsed ? `${parsed.host || (parsed.searchParams.get('host') ?? '')}${parsed.pathname}` : '?'
}

/** A text of the driver or the database, without the password of the address should it be in there. */
export function withoutPassword(text: string, url: string): string {
  const secret = /^[^:]+:\/\/[^:@/]*:([^@]*)@/.exec(url)?.[1] ?? ''
  return [secret, decoded(secret)].reduce((rest, form) => (form === '' ? rest : rest.replaceAll(form, '…')), text)
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
